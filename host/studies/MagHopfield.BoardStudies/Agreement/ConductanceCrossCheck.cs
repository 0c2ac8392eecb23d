using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Agreement;

/// <summary>Compares a measured conductance matrix with the simulator's own, element by element.</summary>
/// <param name="Rows">One row a pair of nodes.</param>
public sealed record ConductanceCrossCheck(IReadOnlyList<CrossCheckRow> Rows)
{
    /// <summary>Whether every element is within the budget.</summary>
    public bool Passes => Rows.All(r => r.Passes);

    /// <summary>The largest error, each relative to the largest element of its two rows.</summary>
    public double LargestError => Rows.Max(r => Math.Abs(r.ErrorOfRows));

    /// <summary>Compares.</summary>
    /// <param name="measurement">What the instrument measured.</param>
    /// <param name="simulated">G of the film in siemens.</param>
    /// <param name="budget">Largest error that an element may have, as a share of the largest element of its two rows.</param>
    public static ConductanceCrossCheck Compare(ConductanceMeasurement measurement, ConductanceMatrix simulated, double budget) =>
        new(CrossCheckRow.All(measurement.Conductance, simulated, measurement.StandardErrors, budget));
}
