using MagHopfield.Problems.Declarations;

namespace MagHopfield.Problems.Output;

/// <summary>All quantities that a table can have.</summary>
internal static class TableQuantities
{
    /// <summary>The quantities in the order of the reference page.</summary>
    public static IReadOnlyList<TableQuantity> All { get; } =
    [
        new("t", "s", "simulated time", r => r.Time),
        new("stage", "1", "number of the stage, 0 before the first", r => r.Stage),
        new("steps", "1", "steps so far, those of relaxing stages included", r => r.Steps),
        new("dt", "s", "last step of the dynamics", r => r.LastStep),
        new("mx", "1", "average of m_x over the body", r => r.Average.X),
        new("my", "1", "average of m_y over the body", r => r.Average.Y),
        new("mz", "1", "average of m_z over the body", r => r.Average.Z),
        new("mx2", "1", "average of m_x² over the body", r => r.MeanSquare.X),
        new("my2", "1", "average of m_y² over the body", r => r.MeanSquare.Y),
        new("mz2", "1", "average of m_z² over the body", r => r.MeanSquare.Z),
        new("E_total", "J", "energy of all terms", r => r.Energy(null)),
        .. TermDeclaration.All.SelectMany(term => term.Columns),
        new("max_torque", "A/m", "largest |m×H| of all cells", r => r.MaxTorque),
        new("charge", "1", "topological charge of the middle layer, across the seams of periodic axes, too (−1 for a skyrmion with its core down in a film that is up)", r => r.Charge),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(q => q.Name)];

    /// <summary>The quantity of a name.</summary>
    public static TableQuantity Of(string name) => All.First(q => q.Name == name);
}
