using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>
/// A network without a film: the Oja model (Niu et al., PNAS 2024, eq. 2) with the parameters of <see cref="FilmFit"/>, its weights against the
/// middle of its range.
/// </summary>
public sealed class ModelNetwork : IDemoNetwork
{
    // α = V²/(G_max − G_min), below eq. 2 with ΔV = 2 V.
    private const double EdgeAlpha = FilmFit.Voltage * FilmFit.Voltage / (FilmFit.EdgeMaximum - FilmFit.EdgeMinimum);
    private const double DiagonalAlpha = FilmFit.Voltage * FilmFit.Voltage / (FilmFit.DiagonalMaximum - FilmFit.DiagonalMinimum);

    // A pulse leaves 1 − 2ηα = 0.85 of what an edge has learned before, 0.86 of a diagonal: after 40 that is 0.1 and 0.3 %.
    private const int Pulses = 40;
    private const int MostUpdates = 1000;

    private readonly OjaModel _model;
    private readonly ConductanceMatrix _average;

    /// <summary>A model in its middle state.</summary>
    /// <param name="columns">Nodes in a row; pairs side by side are edges, all others count as diagonals.</param>
    /// <param name="rows">Rows.</param>
    public ModelNetwork(int columns, int rows)
    {
        NodeCount = columns * rows;
        int pairs = NodeCount * (NodeCount - 1) / 2;
        double[] rate = new double[pairs];
        double[] alpha = new double[pairs];
        double[] average = new double[pairs];
        for (int i = 0; i < NodeCount; i++)
        {
            for (int j = i + 1; j < NodeCount; j++)
            {
                bool isEdge = (j == i + 1 && j % columns != 0) || j == i + columns;
                int p = ConductanceMatrix.PairIndex(i, j, NodeCount);
                rate[p] = isEdge ? FilmFit.EdgeLearningRate : FilmFit.DiagonalLearningRate;
                alpha[p] = isEdge ? EdgeAlpha : DiagonalAlpha;
                average[p] = isEdge ? 0.5 * (FilmFit.EdgeMinimum + FilmFit.EdgeMaximum) : 0.5 * (FilmFit.DiagonalMinimum + FilmFit.DiagonalMaximum);
            }
        }

        _model = new OjaModel(NodeCount, rate, alpha, average);
        _average = _model.Conductance;
    }

    /// <inheritdoc/>
    public int NodeCount { get; }

    /// <inheritdoc/>
    public string Name => "Oja model";

    /// <inheritdoc/>
    public void Train(Pattern pattern)
    {
        double[] volts = new double[NodeCount];
        for (int i = 0; i < volts.Length; i++)
        {
            volts[i] = FilmFit.Voltage * pattern[i];
        }

        for (int pulse = 0; pulse < Pulses; pulse++)
        {
            _model.Apply(volts);
        }
    }

    /// <inheritdoc/>
    public Pattern Recall(Pattern start)
    {
        WeightMatrix weights = WeightMatrix.FromConductance(_model.Conductance, _average);
        return new HopfieldRecall(weights, 0).SteepestDescent(start, MostUpdates).State;
    }
}
