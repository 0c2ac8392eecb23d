using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MagHopfield.Experiments.Letters;

/// <summary>One training: a film, what it is taught and how. The same case gives the same bits.</summary>
/// <param name="Film">The film.</param>
/// <param name="Set">Patterns, on as many rows and columns as the film has.</param>
/// <param name="Protocol">How they are taught.</param>
public sealed record LetterCase(LetterFilm Film, PatternSet Set, LetterProtocol Protocol)
{
    /// <summary>All parameters on one line: two cases with the same line are the same.</summary>
    public string Identity => string.Create(
        CultureInfo.InvariantCulture, $"format 1; {Film}; {Protocol}; {Set.Name}: {string.Join(" | ", Set.Patterns)}; {Film.ToFilm()}");

    /// <summary>A short name for files, from all parameters.</summary>
    public string FileName => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Identity)))[..16] + ".tsv";
}
