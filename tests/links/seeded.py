# seed: 0
import random
print(random.random())