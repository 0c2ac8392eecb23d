using MagHopfield.Shared;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>The truth table of a trained film.</summary>
/// <param name="Pattern">Trained pattern.</param>
/// <param name="Control">Sign of node 1.</param>
/// <param name="Fields">V2 w24 + V3 w34 + V1 w14 in siemens for inputs 00, 01, 10, 11; positive is 1.</param>
public sealed record GateTable(string Pattern, int Control, IReadOnlyList<double> Fields)
{
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
}
