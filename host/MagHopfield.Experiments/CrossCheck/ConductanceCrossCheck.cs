using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.CrossCheck;

/// <summary>Compares a measured conductance matrix with the simulator's own, element by element.</summary>
/// <param name="Rows">One row a pair of nodes.</param>
public sealed record ConductanceCrossCheck(IReadOnlyList<CrossCheckRow> Rows)
{
    /// <summary>Whether every element is within the budget.</summary>
    public bool Passes => Rows.All(r => r.Passes);

    /// <summary>The largest relative error.</summary>
    public double LargestRelativeError => Rows.Max(r => Math.Abs(r.RelativeError));

    /// <summary>Compares.</summary>
    /// <param name="measurement">What the instrument measured.</param>
    /// <param name="simulated">G of the film in siemens.</param>
    /// <param name="budget">Largest relative error an element may have: the stated measurement budget.</param>
    public static ConductanceCrossCheck Compare(ConductanceMeasurement measurement, ConductanceMatrix simulated, double budget)
    {
        List<CrossCheckRow> rows = [];
        int n = simulated.NodeCount;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                rows.Add(new CrossCheckRow(
                    PairName.Of(i, j, n),
                    measurement.Conductance[i, j],
                    simulated[i, j],
                    measurement.StandardErrors[ConductanceMatrix.PairIndex(i, j, n)],
                    budget));
            }
        }

        return new ConductanceCrossCheck(rows);
    }
}
