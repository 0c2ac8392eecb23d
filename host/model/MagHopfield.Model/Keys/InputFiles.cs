using System.Security.Cryptography;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Pictures;

namespace MagHopfield.Model.Keys;

/// <summary>The files that a problem file names, found from its folder; what is in them belongs to the problem.</summary>
internal sealed class InputFiles(string folder)
{
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColourImage> _images = [];

    /// <summary>The files that a file names, sought from its folder.</summary>
    /// <param name="source">Path of that file.</param>
    public static InputFiles Beside(string source) => new(Path.GetDirectoryName(Path.GetFullPath(source)) ?? "");

    /// <summary>Full paths with the SHA-256 of the content, in hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Full path of the file that a key names.</summary>
    /// <exception cref="ProblemFileException">There is no such file, or it cannot be read.</exception>
    public string Find(TomlSection section, Key<string> key)
    {
        string path = Path.GetFullPath(Path.Combine(folder, key.Read(section)));
        if (Directory.Exists(path))
            throw section.Error(key.Name, $"names '{path}', which is a folder; name a file in it");
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

    /// <summary>The picture in the PNG file that a key names.</summary>
    /// <exception cref="ProblemFileException">The file is not there, or is no PNG.</exception>
    public ColourImage FindImage(TomlSection section, Key<string> key)
    {
        string path = Find(section, key);
        if (_images.TryGetValue(path, out ColourImage? known))
            return known;
        try
        {
            return _images[path] = new(path, Png.Read(path));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw section.Error(key.Name, $"names an image that cannot be read ({e.Message.TrimEnd('.')}); write the path of a PNG file");
        }
    }

    /// <summary>The scalar field in the OVF file that a key names, cell by cell on the mesh.</summary>
    /// <param name="section">Section of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="mesh">The mesh of the problem.</param>
    /// <param name="unitOf">
    /// Factor of a unit that the file may state, null for one that does not fit; without it units do not matter.
    /// </param>
    /// <returns>Full path and field.</returns>
    /// <exception cref="ProblemFileException">The file is not there, no scalar OVF file, or does not fit.</exception>
    public (string Path, ScalarField<double> Field) FindScalar(
        TomlSection section, Key<string> key, Mesh mesh, Func<string, double?>? unitOf = null)
    {
        string path = Find(section, key);
        OvfScalarFile<double> file;
        try
        {
            file = Ovf.ReadScalar<double>(path);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw section.Error(key.Name, $"names a file that cannot be read ({e.Message.TrimEnd('.')}); name another");
        }

        Mesh other = file.Field.Mesh;
        if (mesh.Nx != other.Nx || mesh.Ny != other.Ny || mesh.Nz != other.Nz)
        {
            throw section.Error(
                key.Name,
                $"names '{path}' of {other.Nx}×{other.Ny}×{other.Nz} cells, the mesh has {mesh.Nx}×{mesh.Ny}×{mesh.Nz}; use the same "
                + "numbers of cells");
        }

        string unit = OvfUnit.Of(file.Header);
        double factor = unitOf is null ? 1
            : unitOf(unit) ?? throw section.Error(key.Name, $"names '{path}' with values in \"{unit}\"; write them in A/m");
        ScalarField<double> field = new(mesh);
        for (int i = 0; i < mesh.CellCount; i++)
            field[i] = factor * file.Field[i];
        return (path, field);
    }
}
