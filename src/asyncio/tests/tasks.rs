//! Tasks: their steps, their ends, their cancellation.

use super::*;

#[test]
fn a_program_of_one_task() {
    let lines = run(|cx| async move {
        cx.print("hello");
        cx.sleep(1.0).await?;
        cx.print("world");
        Ok(Value::Int(3))
    });
    expect(
        &lines,
        "0.0 create Task-1 main -
         0.0 step Task-1
         0.0 print Task-1 hello
         0.0 suspend Task-1 future
         1.0 step Task-1
         1.0 print Task-1 world
         1.0 done Task-1 result 3
         1.0 exit ok -",
    );
}
