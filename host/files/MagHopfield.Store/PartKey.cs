using System.Security.Cryptography;
using System.Text;

namespace MagHopfield.Store;

/// <summary>What decides a result, all of it: two results with the same key of the same build are the same, bit for bit.</summary>
public sealed record PartKey
{
    private PartKey(string study, string hash) => (Study, Hash) = (study, hash);

    /// <summary>The study it is of, for messages and for who looks into a file.</summary>
    public string Study { get; }

    /// <summary>SHA-256 of the study's name and of all that decides the result, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The key of a part.</summary>
    /// <param name="study">Name of the study, in words on one line.</param>
    /// <param name="decides">
    /// Canonical texts of all that decides the result, in an order that is always the same: the document of the magnet or its hash, the
    /// parameters, which part it is.
    /// </param>
    public static PartKey Of(string study, params ReadOnlySpan<string> decides)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(study);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in (ReadOnlySpan<string>)[study, .. decides])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);

            // With their lengths, so that no two lists of texts are the same bytes.
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return new(study.ReplaceLineEndings(" "), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Hash of the key and a build: what a stored result must have to be taken for this one, 64 hexadecimal digits.</summary>
    /// <param name="build">The build that computes.</param>
    public string With(ProgramBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Hash} {build.Name}")));
    }
}
