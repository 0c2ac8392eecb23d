namespace MagHopfield.Shared.Tests.Data;

/// <summary>Films whose pairs conduct between 20 mS and 100 mS, as the paper's do.</summary>
internal static class RandomFilm
{
    public static ConductanceMatrix Of(int nodeCount, Random random) => ConductanceMatrix.FromPairs(
        nodeCount,
        [.. Enumerable.Range(0, nodeCount * (nodeCount - 1) / 2).Select(_ => -0.02 - (0.08 * random.NextDouble()))]);

    public static WeightMatrix Weights(int nodeCount, Random random)
    {
        WeightMatrix weights = new(nodeCount);
        for (int i = 0; i < nodeCount; i++)
        {
            for (int j = i + 1; j < nodeCount; j++)
            {
                double w = 1e-3 * ((2 * random.NextDouble()) - 1);
                weights[i, j] = w;
                weights[j, i] = w;
            }
        }

        return weights;
    }

    /// <summary>Electrode voltages of a geometry in volts: about 1 mV either way, the groups not quite at one potential.</summary>
    public static double[] Voltages(Pattern geometry, Random random) =>
        [.. Enumerable.Range(0, geometry.Length).Select(k => 1e-3 * geometry[k] * (1 + (0.2 * random.NextDouble())))];

    public static double Gaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
