using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>
/// The local field that currents on a film give, as the instrument takes it (Niu et al., PNAS 2024, "Inference process", steps 2 to 7):
/// each electrode hangs on its group by a shunt, V = (1 + R G)⁻¹ s; the field is half the sum, over both polarities of the electrode, of
/// (I_i − ξ Σ G_ref,ij (V_j − V_i)) by half the voltage between the means of the groups. Without noise.
/// </summary>
/// <param name="film">G of the film in siemens.</param>
/// <param name="recall">Reference and ξ.</param>
/// <param name="shuntOhms">Resistance of a shunt in ohm.</param>
internal sealed class ShuntedField(ConductanceMatrix film, CurrentRecall recall, double shuntOhms) : ILocalField
{
    private readonly CholeskyFactor _divider = Divider(film, shuntOhms);

    public double LocalField(Pattern state, int node) => 0.5 * (Share(state, node) + Share(state.Flip(node), node));

    private static CholeskyFactor Divider(ConductanceMatrix g, double ohms)
    {
        int n = g.NodeCount;
        double[] matrix = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select (i == j ? 1 : 0) + (ohms * g[i, j])];
        return CholeskyFactor.TryCreate(matrix, n, 1e-12, out CholeskyFactor? factor)
            ? factor!
            : throw new ArgumentException("G of the film is not that of a passive film: it has a negative eigenvalue.");
    }

    private double Share(Pattern state, int node)
    {
        int n = state.Length;
        int plus = Enumerable.Range(0, n).Count(k => state[k] > 0);
        if (plus == 0 || plus == n)
            return 0;

        double[] volts = [.. Enumerable.Range(0, n).Select(k => (double)state[k])];
        _divider.Solve(volts);
        double amplitude = 0;
        double reference = 0;
        for (int k = 0; k < n; k++)
        {
            amplitude += 0.5 * volts[k] * (state[k] > 0 ? 1.0 / plus : -1.0 / (n - plus));
            reference += recall.Reference[node, k] * (volts[k] - volts[node]);
        }

        return (film.Currents(volts)[node] - (recall.Xi * reference)) / amplitude;
    }
}
