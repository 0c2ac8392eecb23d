using System.Security.Cryptography;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Keys;

/// <summary>The files that a problem file names, found from its folder; what is in them belongs to the problem.</summary>
internal sealed class InputFiles(string folder)
{
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>Full paths with the SHA-256 of the content, in hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Full path of the file that a key names.</summary>
    /// <exception cref="ProblemFileException">There is no such file, or it cannot be read.</exception>
    public string Find(TomlSection section, Key<string> key)
    {
        string path = Path.GetFullPath(Path.Combine(folder, key.Read(section)));
        if (!File.Exists(path))
            throw section.Error(key.Name, $"names '{path}', but there is no such file; mend the path");
        try
        {
            using FileStream stream = File.OpenRead(path);
            _hashes[path] = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw section.Error(key.Name, $"names '{path}', which cannot be read ({e.Message.TrimEnd('.')}); mend its permissions");
        }

        return path;
    }
}
