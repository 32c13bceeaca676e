import statistics as st

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.median(data), st.mode(data), st.fmean(data))
print(st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([2, 4]), st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]))
print(st.quantiles(range(1, 12)), st.quantiles([10, 20, 30], n=10, method="inclusive"))
print(st.multimode("aabbc"), st.mode(["red", "blue", "red"]), st.mean([True, False, True]), st.stdev([1, 2, 3, 4, 100]))
for call in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.median([]), lambda: st.mode([])):
    try:
        call()
    except st.StatisticsError as error:
        print(error)
latencies = [12.1, 13.4, 11.9, 250.0, 12.7]
print(f"{st.mean(latencies):.2f} {st.median(latencies)} {st.stdev(latencies):.3f}")
