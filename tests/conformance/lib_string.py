import string

print(string.ascii_lowercase, string.digits, string.punctuation, repr(string.whitespace), string.capwords("two words"))
print(string.Template("$who owes ${amount}!").substitute(who="Bo", amount=5), string.Template("$a $b").safe_substitute(a=1))
try:
    string.Template("$missing").substitute()
except KeyError as error:
    print(repr(error))
