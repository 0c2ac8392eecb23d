using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>
/// A network without a film: the Oja model (Niu et al., PNAS 2024, eq. 2) with the parameters of <see cref="FilmFit"/>, its weights against
/// the middle of its range.
/// </summary>
public sealed class ModelNetwork : IDemoNetwork, ILocalField
{
    // α = V²/(G_max − G_min), below eq. 2 with ΔV = 2 V.
    private const double EdgeAlpha = FilmFit.Voltage * FilmFit.Voltage / (FilmFit.EdgeMaximum - FilmFit.EdgeMinimum);
    private const double DiagonalAlpha = FilmFit.Voltage * FilmFit.Voltage / (FilmFit.DiagonalMaximum - FilmFit.DiagonalMinimum);

    // A pulse leaves 1 − 2ηα = 0.85 of what an edge has learned before, 0.86 of a diagonal: after 40 that is 0.1 and 0.3 %.
    private const int Pulses = 40;
    private const int MostUpdates = 1000;

    private readonly int _columns;

    // What each pair has learned, G − G_avg in siemens: with the 595 pairs of a letter the largest thing that the demo holds.
    private readonly float[] _learned;

    /// <summary>A model in its middle state.</summary>
    /// <param name="columns">Nodes in a row; pairs side by side are edges, all others count as diagonals.</param>
    /// <param name="rows">Rows.</param>
    public ModelNetwork(int columns, int rows)
    {
        _columns = columns;
        NodeCount = columns * rows;
        _learned = new float[NodeCount * (NodeCount - 1) / 2];
    }

    /// <inheritdoc/>
    public int NodeCount { get; }

    /// <inheritdoc/>
    public string Name => "Oja model";

    /// <inheritdoc/>
    public void Train(Pattern pattern)
    {
        for (int i = 0; i < NodeCount; i++)
        {
            for (int j = i + 1; j < NodeCount; j++)
            {
                bool isEdge = (j == i + 1 && j % _columns != 0) || j == i + _columns;
                double rate = isEdge ? FilmFit.EdgeLearningRate : FilmFit.DiagonalLearningRate;
                double alpha = isEdge ? EdgeAlpha : DiagonalAlpha;
                double drive = FilmFit.Voltage * FilmFit.Voltage * pattern[i] * pattern[j];
                int pair = ConductanceMatrix.PairIndex(i, j, NodeCount);
                double learned = _learned[pair];
                for (int pulse = 0; pulse < Pulses; pulse++)
                    learned += rate * (drive - 2 * alpha * learned);

                _learned[pair] = (float)learned;
            }
        }
    }

    /// <inheritdoc/>
    public Pattern Recall(Pattern start) => new HopfieldRecall(this, 0).SteepestDescent(start, MostUpdates).State;

    /// <inheritdoc/>
    public double LocalField(Pattern state, int node)
    {
        double sum = 0;
        for (int j = 0; j < NodeCount; j++)
        {
            if (j != node)
                sum += _learned[ConductanceMatrix.PairIndex(node, j, NodeCount)] * state[j];
        }

        return sum;
    }
}
