# exit: 1
try:
    try:
        int("x")
    except ValueError as error:
        error.add_note("in line 7")
        error.add_note("of the table")
        raise
except ValueError as error:
    print(error, error.__notes__)
    try:
        error.add_note(5)
    except TypeError as problem:
        print(problem)
told = ValueError("told with its notes")
told.add_note("note one\nover two lines")
raise told
