using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Output;

/// <summary>All quantities that a table can have.</summary>
internal static class TableQuantities
{
    /// <summary>The quantities in the order of the reference page.</summary>
    public static IReadOnlyList<TableQuantity> All { get; } =
    [
        .. new TableQuantity[]
        {
            new("t", "s", "simulated time", r => r.Time, 0),
            new("stage", "1", "number of the stage, 0 before the first", r => r.Stage, 0),
            new("steps", "1", "steps so far, those of relaxing stages included", r => r.Steps, 0),
            new("dt", "s", "last step of the dynamics", r => r.LastStep, 0),
            new("mx", "1", "average of m_x over the body", r => r.Average.X, 0),
            new("my", "1", "average of m_y over the body", r => r.Average.Y, 0),
            new("mz", "1", "average of m_z over the body", r => r.Average.Z, 0),
            new("mx2", "1", "average of m_x² over the body", r => r.MeanSquare.X, 0),
            new("my2", "1", "average of m_y² over the body", r => r.MeanSquare.Y, 0),
            new("mz2", "1", "average of m_z² over the body", r => r.MeanSquare.Z, 0),
            new("E_total", "J", "energy of all terms", r => r.Energy(null), 20),
            new("max_torque", "A/m", "largest |m×H| of all cells", r => r.MaxTorque, 200),
            new(
                "charge",
                "1",
                "topological charge of the middle layer, across the seams of periodic axes, too (−1 for a skyrmion with its core down in a "
                + "film that is up)",
                r => r.Charge,
                200),
        }.Concat(TermDeclaration.All.SelectMany(term => term.Columns)).OrderBy(quantity => quantity.Place),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(q => q.Name)];

    /// <summary>Those that a table can have with certain terms, by what they state, too.</summary>
    public static IEnumerable<TableQuantity> With(IEnumerable<Term> terms) => All.Concat(terms.SelectMany(term => term.Columns()));

    /// <summary>The quantity of a name with certain terms.</summary>
    public static TableQuantity Of(string name, IEnumerable<Term> terms) => With(terms).First(q => q.Name == name);
}
