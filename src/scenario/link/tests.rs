//! Links and what strangers make of them.

use super::*;

fn packed(document: &[u8]) -> String {
    "s1.d.".to_owned() + &URL_SAFE_NO_PAD.encode(compress_to_vec(document, 6))
}

fn error(text: &str) -> LinkError {
    decode(text).expect_err("it is no link")
}

#[test]
fn defaults_are_left_out_and_python_is_not() {
    let scenario = Scenario {
        code: "x".into(),
        python: PythonVersion::V3_13,
        seed: None,
        title: String::new(),
        interventions: std::rc::Rc::default(),
    };
    assert_eq!(write(&scenario), r#"{"v":1,"code":"x","python":"3.13"}"#);
    let scenario = Scenario { seed: Some(u64::MAX), title: "\"né\"\n".into(), ..scenario };
    let written = r#"{"v":1,"code":"x","python":"3.13","seed":18446744073709551615,"title":"\"né\"\n"}"#;
    assert_eq!(write(&scenario), written);
    assert_eq!(decode(&encode(&scenario).expect("it is small")), Ok(scenario));
}

#[test]
fn each_mistake_has_its_error() {
    let good = encode(&Scenario::default()).expect("it is small");
    let cases = [
        ("hello", LinkError::NotALink),
        ("s", LinkError::NotALink),
        ("sx.d.AA", LinkError::NotALink),
        ("s2.d.AA", LinkError::UnknownVersion),
        ("s1.z.AA", LinkError::UnknownCodec),
        ("s1", LinkError::Truncated),
        ("s1.", LinkError::Truncated),
        ("s1.d", LinkError::Truncated),
        ("s1.d.", LinkError::Truncated),
        ("s1.d.AA+A", LinkError::WrongAlphabet),
        ("s1.d.AA==", LinkError::WrongAlphabet),
        ("s1.d.____", LinkError::Damaged),
        (&good[..good.len() / 2], LinkError::Truncated),
        (&packed(b"{"), LinkError::NotJson),
        (&packed(b"\xff"), LinkError::NotJson),
        (&packed(b"[]"), LinkError::NotJson),
        (&packed(b"{}"), LinkError::NotADocument),
        (&packed(b"{\"v\":1}"), LinkError::NotADocument),
        (&packed(b"{\"v\":1,\"code\":7}"), LinkError::NotADocument),
        (&packed(b"{\"v\":1,\"code\":\"\",\"seed\":-1}"), LinkError::NotADocument),
        (&packed(b"{\"v\":2,\"code\":\"\"}"), LinkError::UnknownVersion),
        (&packed(b"{\"v\":1,\"code\":\"\",\"python\":\"2.7\"}"), LinkError::UnknownPython),
    ];
    for (text, expected) in cases {
        assert_eq!(error(text), expected, "{text}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut bomb = br#"{"v":1,"code":""#.to_vec();
    bomb.resize(100_000_000, b' ');
    let link = packed(&bomb);
    assert!(link.len() < 140_000, "{}", link.len());
    assert_eq!(error(&link), LinkError::TooLarge);
    assert_eq!(error(&format!("s1.d.{}", "A".repeat(MAX_PAYLOAD + 1))), LinkError::TooLarge);
}

#[test]
fn the_largest_document_fits_and_a_larger_one_does_not() {
    let frame = write(&Scenario { code: "".into(), title: String::new(), ..Scenario::default() }).len();
    let of = |length: usize| Scenario {
        code: "x".repeat(length).into(),
        title: String::new(),
        ..Scenario::default()
    };
    let largest = of(MAX_DOCUMENT - frame);
    assert_eq!(decode(&encode(&largest).expect("it is just small enough")), Ok(largest));
    assert_eq!(encode(&of(MAX_DOCUMENT - frame + 1)), Err(LinkError::TooLarge));
}

#[test]
fn keys_of_a_later_time_are_passed_over() {
    let document = br#" {"v": 1, "new": {"a": [1, -2.5e3, true, null, "x"]}, "code": "\u00e9\ud83d\ude00\/", "seed": null} "#;
    let scenario = decode(&packed(document)).expect("it is a document");
    assert_eq!((&*scenario.code, scenario.seed), ("é😀/", None));
}

#[test]
fn what_is_nearly_json_is_refused() {
    for text in [
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\ud800\\u0041\"}",
        "{\"a\":-}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":nul}",
        "{} {}",
        "{\"a\":\"\\u+123\"}",
    ] {
        assert_eq!(json::object(text), None, "{text}");
    }
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(json::object(&deep), None);
}

#[test]
fn an_address_is_a_document_and_parameters() {
    let scenario = Scenario::default();
    let link = encode(&scenario).expect("it is small");
    let whole = Fragment::read(&format!("https://example.org/x/#{link}&t=1.5&axis=steps"));
    assert_eq!(whole.scenario, Some(Ok(scenario.clone())));
    assert_eq!((whole.parameters.number("t"), whole.parameters.get("axis")), (Some(1.5), Some("steps")));
    let parameters = Fragment::read("#view=timeline&controls");
    assert_eq!((parameters.scenario, parameters.parameters.get("view")), (None, Some("timeline")));
    let chat = Fragment::read(&chat_safe(&format!("#{link}")));
    assert_eq!((chat.scenario, chat_safe("a_b")), (whole.scenario, "a%5Fb".into()));
    assert_eq!(Fragment::read("https://example.org/#").scenario, None);
    assert_eq!(Fragment::read("#t").scenario, Some(Err(LinkError::NotALink)));
}

#[test]
fn each_error_is_one_sentence() {
    for error in LinkError::ALL {
        let sentence = error.to_string();
        assert!(sentence.ends_with('.') && sentence.matches(". ").count() == 0, "{sentence}");
    }
}
