"""The rival of `Simulation.Run`: a Monte Carlo of the same lines and months, vectorised with numpy, on one thread.

Usage: simulation_numpy.py FLOWS.json TRIALS LIBRARY.json
It draws one factor a line (Philox, triangular; two of them correlated), sums flows by month, and takes net present value, ROI, benefit-cost ratio and payback of each trial with
their percentiles; then also the internal rate of return by Newton's method. No delay, no tornado, no value of information: it has less to do than the library.
"""
import json
import resource
import sys

try:
    import numpy as np
except ImportError:
    print("numpy is not there: install python3-numpy and run this with the system's python3")
    sys.exit(0)

BLOCK = 10_000
PERCENTILES = [5, 10, 25, 50, 75, 90, 95]


def simulate(flows, trials, with_rate):
    amounts = np.array([line["amounts"] for line in flows["lines"]], dtype=float)
    is_cost = np.array([line["isCost"] for line in flows["lines"]])
    months = amounts.shape[1]
    times = np.arange(months) / 12.0
    discount = (1 + flows["rate"]) ** -times
    signed = np.where(is_cost[:, None], -amounts, amounts)
    generator = np.random.Generator(np.random.Philox(20250101))
    out = {name: np.empty(trials) for name in ("npv", "roi", "ratio", "payback", "irr")}
    for start in range(0, trials, BLOCK):
        count = min(BLOCK, trials - start)
        factors = generator.triangular(0.8, 1.0, 1.2, size=(count, len(amounts)))
        factors[:, 1] = 0.6 * factors[:, 0] + 0.4 * factors[:, 1]
        net = factors @ signed
        cost = factors[:, is_cost] @ amounts[is_cost].sum(axis=1)
        benefit = factors[:, ~is_cost] @ amounts[~is_cost].sum(axis=1)
        part = slice(start, start + count)
        out["npv"][part] = net @ discount
        out["roi"][part] = (benefit - cost) / cost
        out["ratio"][part] = (factors[:, ~is_cost] @ (amounts[~is_cost] @ discount)) / (factors[:, is_cost] @ (amounts[is_cost] @ discount))
        balance = np.cumsum(net, axis=1)
        paid = balance >= 0
        out["payback"][part] = np.where(paid.any(axis=1), paid.argmax(axis=1), np.inf)
        if with_rate:
            out["irr"][part] = rates(net, times)
    return {name: np.percentile(values, PERCENTILES) for name, values in out.items() if name != "irr" or with_rate}


def rates(net, times):
    """Newton's method on the logarithm of growth; 12 steps are enough from the ROI of the sample."""
    growth = np.full(len(net), 0.05)
    for _ in range(12):
        powers = np.exp(-growth[:, None] * times)
        value = (net * powers).sum(axis=1)
        slope = -(net * powers * times).sum(axis=1)
        growth = np.clip(growth - value / slope, -3, 3)
    return np.expm1(growth)


def least(flows, trials, with_rate):
    best = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        simulate(flows, trials, with_rate)
        best = min(best, resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)
    return best


def main():
    flows = json.load(open(sys.argv[1]))
    trials = int(sys.argv[2])
    library = json.load(open(sys.argv[3]))
    plain, full = (least(flows, trials, with_rate) for with_rate in (False, True))
    own = library["onePeriodBothBases"]
    print(f"{trials:,} trials of {len(flows['lines'])} lines and {len(flows['lines'][0]['amounts'])} months, user processor time, the least of three")
    print(f"numpy {np.__version__}, one period, one basis, no rate of return: {plain:.3f} s, {plain / trials * 1e6:.2f} us a trial")
    print(f"numpy, the same with the rate of return:                     {full:.3f} s, {full / trials * 1e6:.2f} us a trial")
    print(f"library, one period, both bases, everything:                 {own:.3f} s, {own / trials / 2 * 1e6:.2f} us a trial and basis; numpy takes {full / (own / 2):.1f} times as long")
    print(f"library, all periods, both bases, everything:                {library['everything']:.3f} s")


main()
