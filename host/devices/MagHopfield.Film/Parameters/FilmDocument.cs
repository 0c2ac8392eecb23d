using System.Security.Cryptography;
using System.Text;

namespace MagHopfield.Film.Parameters;

/// <summary>A film as the file that it is read from again, to the last bit, with the files that it names.</summary>
/// <param name="Text">TOML text.</param>
/// <param name="Named">
/// The files beside it that the text names, by their names: pictures of a film drawn as an image, fields of its terms.
/// </param>
public sealed record FilmDocument(string Text, IReadOnlyDictionary<string, byte[]> Named)
{
    /// <summary>Name of the file of the text, where a result keeps it.</summary>
    public const string FileName = "film.toml";

    /// <summary>The files by their names: the text and those it names.</summary>
    public IEnumerable<(string Name, byte[] Content)> Files =>
        Named.Select(i => (i.Key, i.Value)).Prepend((FileName, Encoding.UTF8.GetBytes(Text)));

    /// <summary>SHA-256 of all that makes the film, 64 hexadecimal digits: two films have the same where they are the same.</summary>
    public string Hash
    {
        get
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(Text));
            foreach ((string name, byte[] content) in Named.OrderBy(i => i.Key, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes('\0' + name + '\0'));
                hash.AppendData(SHA256.HashData(content));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>The document of a film.</summary>
    /// <param name="film">The film.</param>
    /// <exception cref="ArgumentException">The film has a shape that no file can say.</exception>
    /// <exception cref="IOException">A file of a term is not there any more.</exception>
    public static FilmDocument Of(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return FilmFileWriter.Write(film);
    }
}
