using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>What is taught to which film, and how it is tested.</summary>
/// <param name="Set">The letters.</param>
public sealed record Figure5Parameters(PatternSet Set)
{
    /// <summary>Sets of the paper.</summary>
    public static IReadOnlyList<string> Words { get; } = ["ECP", "EDCP", "EDCPL", "08965"];

    /// <summary>Numbers of flipped pixels.</summary>
    public static IReadOnlyList<int> Flips { get; } = [1, 2, 3, 4, 5, 6, 7];

    /// <summary>The film; its seed is replaced by each of <see cref="Seeds"/>.</summary>
    public LetterFilm Film { get; init; } = new();

    /// <summary>How it is taught.</summary>
    public LetterProtocol Protocol { get; init; } = new();

    /// <summary>How weights are made.</summary>
    public WeightRecipe Recipe { get; init; } = new(WeightSource.EpochMean, WeightReference.CalibratedMidRange);

    /// <summary>Name of the font.</summary>
    public string Font { get; init; } = "block";

    /// <summary>Seeds of the films, none of which the search has seen.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [101, 102, 103, 104, 105];

    /// <summary>Test images of each number of flips.</summary>
    public int Images { get; init; } = 1000;

    /// <summary>Seed of the test images, which the search has not seen.</summary>
    public int ImagesSeed { get; init; } = 2001;
}
