using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>The truth table of a trained film.</summary>
/// <param name="Pattern">Trained pattern.</param>
/// <param name="Control">Sign of node 1.</param>
/// <param name="Fields">V2 w24 + V3 w34 + V1 w14 in siemens for inputs 00, 01, 10, 11; positive is 1.</param>
public sealed record GateTable(string Pattern, int Control, IReadOnlyList<double> Fields)
{
    /// <summary>
    /// What the paper makes of each trained pattern and control ("Boolean logics operation"). One sign of each pattern is lost in our
    /// copy of the text; "+ - - -" and "+ - - +" are read.
    /// </summary>
    public static IReadOnlyList<(string Pattern, int Control, string Gate)> Published { get; } =
        [("+ - - -", 1, "AND"), ("+ - - -", -1, "OR"), ("+ - - +", 1, "NOR"), ("+ - - +", -1, "NAND")];

    /// <summary>Smallest |field| in siemens: how much a weight may be off.</summary>
    public double Margin => Fields.Min(Math.Abs);

    /// <summary>The gate's name.</summary>
    public string Name => string.Concat(Fields.Select(f => f > 0 ? '1' : '0')) switch
    {
        "0001" => "AND",
        "0111" => "OR",
        "1000" => "NOR",
        "1110" => "NAND",
        "0000" => "constant 0",
        "1111" => "constant 1",
        "0110" => "XOR",
        "1001" => "XNOR",
        string other => $"table {other}",
    };

    /// <summary>The table of weights.</summary>
    public static GateTable Of(WeightMatrix w, string pattern, int control) =>
        new(pattern, control, [.. from a in (int[])[-1, 1] from b in (int[])[-1, 1] select a * w[1, 3] + b * w[2, 3] + control * w[0, 3]]);

    /// <summary>All published gates of a film.</summary>
    /// <param name="weights">Weights in siemens of the film after a pattern.</param>
    public static IReadOnlyList<GateTable> All(Func<Pattern, WeightMatrix> weights) =>
        [.. Published.Select(p => Of(weights(PatternVoltages.Parse(p.Pattern)), p.Pattern, p.Control))];

    /// <summary>How many of the published gates a list of tables in the order of <see cref="Published"/> has.</summary>
    public static int Right(IReadOnlyList<GateTable> gates) => gates.Where((g, k) => g.Name == Published[k].Gate).Count();
}
