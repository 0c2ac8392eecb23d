using MagHopfield.Film.Learning;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Boards;

/// <summary>
/// Films of any number of nodes that learn by eq. 2 of Niu et al., PNAS 2024, to try boards of other sizes on: a model, no prediction of
/// such a film. Nodes lie row by row; pairs side by side have the paper's η and α of an edge, all others those of a diagonal, and G_avg
/// shrinks with 4/N, so that a row sums to about the paper's 0.175 S whatever N is.
/// </summary>
internal static class OjaGrid
{
    private const double LearningRate = 0.0006;
    private const double GoldLeadOhms = 600;
    private const double VoltsPerModelVolt = 10;

    /// <summary>Makes one.</summary>
    /// <param name="nodes">Number of nodes, 2 … 64.</param>
    public static OjaFilm Of(int nodes)
    {
        int columns = (int)Math.Ceiling(Math.Sqrt(nodes));
        int pairs = nodes * (nodes - 1) / 2;
        double[] alpha = new double[pairs];
        double[] average = new double[pairs];
        for (int i = 0; i < nodes; i++)
        {
            for (int j = i + 1; j < nodes; j++)
            {
                bool isEdge = (j == i + 1 && j % columns != 0) || j == i + columns;
                int p = ConductanceMatrix.PairIndex(i, j, nodes);
                alpha[p] = isEdge ? 111 : 277;
                average[p] = (isEdge ? -0.0658 : -0.0435) * 4 / nodes;
            }
        }

        ConductanceMatrix gold = ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-1 / (nodes * GoldLeadOhms), pairs)]);
        return new OjaFilm(new OjaModel(nodes, LearningRate, alpha, average), gold, voltsPerModelVolt: VoltsPerModelVolt);
    }
}
