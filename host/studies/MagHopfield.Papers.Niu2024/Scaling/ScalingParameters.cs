using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Which arrays are taught how many patterns, and how they are tested.</summary>
public sealed record ScalingParameters
{
    /// <summary>Field half-way between columns of alternating sign in A/m, the same for all arrays.</summary>
    public double Field { get; init; } = LetterPresets.ShippedField;

    /// <summary>All arrays that can be asked for, by their number of nodes N: rows and columns.</summary>
    public static IReadOnlyList<(int Rows, int Columns)> Arrays { get; } = [(2, 2), (3, 3), (4, 4), (5, 5), (7, 5), (8, 8)];

    /// <summary>Numbers of nodes N to run, each one of <see cref="Arrays"/>.</summary>
    public IReadOnlyList<int> Nodes { get; init; } = [.. Arrays.Select(a => a.Rows * a.Columns)];

    /// <summary>Numbers of patterns M that the films are taught.</summary>
    public IReadOnlyList<int> Patterns { get; init; } = [1, 2, 3, 4, 6, 8];

    /// <summary>Numbers of patterns that the computed rules are given besides.</summary>
    public IReadOnlyList<int> RulePatterns { get; init; } = [12, 16, 24, 32];

    /// <summary>Seeds, each with a film and patterns of its own.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [201, 202, 203, 204, 205];

    /// <summary>Epochs: passes through all patterns.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Test images of each pattern set.</summary>
    public int Images { get; init; } = 200;

    /// <summary>Cells between neighbouring nodes; the pitch is 0.875 µm whatever N.</summary>
    public int CellsPerPitch { get; init; } = 14;

    /// <summary>Flipped nodes of a test image: a tenth, at least one.</summary>
    /// <param name="nodes">Number of nodes N.</param>
    public static int Flips(int nodes) => Math.Max(1, (int)Math.Round(0.1 * nodes));

    /// <summary>Share of the patterns that must be fixed points for M to count as stored.</summary>
    public static double StoredShare => 0.9;

    /// <summary>How weights are made of the films, as for letters.</summary>
    public WeightRecipe Recipe { get; init; } = LetterPresets.ShippedRecipe;

    /// <summary>The film of an array: that of the letters with other rows and columns.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public LetterFilm Film(int rows, int columns) =>
        LetterPresets.ShippedFilm with { Rows = rows, Columns = columns, CellsPerPitch = CellsPerPitch };

    /// <summary>How an array is taught.</summary>
    /// <param name="film">Its film.</param>
    public LetterProtocol Protocol(LetterFilm film) =>
        new() { Voltage = LetterDrive.Voltage(film, Field), PulseTime = LetterPresets.ShippedPulse, Epochs = Epochs };
}
