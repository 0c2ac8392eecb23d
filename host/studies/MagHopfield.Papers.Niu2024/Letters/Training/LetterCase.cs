using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>One training: a film, what it is taught and how. The same case gives the same bits.</summary>
/// <param name="Film">The film.</param>
/// <param name="Set">Patterns, on as many rows and columns as the film has.</param>
/// <param name="Protocol">How they are taught.</param>
public sealed record LetterCase(LetterFilm Film, PatternSet Set, LetterProtocol Protocol)
{
    /// <summary>All that decides the training: two cases with the same key are the same.</summary>
    public PartKey Key => PartKey.Of(
        $"training of {Set.Name}", FilmDocument.Of(Film.ToFilm()).Hash, Protocol.ToString(), string.Join(" | ", Set.Patterns));
}
