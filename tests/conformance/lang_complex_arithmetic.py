# Roots of a quadratic, as a first course in complex numbers does it.
def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, -3, 2))
z = complex(3, -4)
print(z, abs(z), z.conjugate(), z.real, z.imag, -z, +z, z == 3 - 4j, z != 3, bool(0j))
print(z + 1, 1 - z, z * z, z / 2j, z ** 2, z ** 0, 2 ** 1j, 1j ** 2, (1 + 2j) * (3 - 1j))
print(complex("1+2j"), complex("-3j"), complex("2.5"), complex(), complex(1.5), complex(1, 2) == complex(1.0, 2.0))
print([1j, -1j, 1 + 0j, complex(-0.0, 1), complex(0.1, -2e20)], f"{1 + 2j}", f"{1 + 2j:.2f}", str(3j))
print(type(z).__name__, isinstance(z, complex), isinstance(1.0, complex), hash(1 + 0j) == hash(1), {1 + 1j: "x"}[1 + 1j])
print(sum([1, 2j, 3.5]), sorted([3j, 1, 2 + 1j], key=abs), complex(2).imag)
for broken in (lambda: 1j < 2j, lambda: complex("a"), lambda: 1 / 0j, lambda: int(1j), lambda: complex("1", 2)):
    try:
        print(broken())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__)
