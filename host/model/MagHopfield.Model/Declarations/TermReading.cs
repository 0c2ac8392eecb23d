using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Declarations;

/// <summary>What declarations read terms from: the root of a file, the sections of its material and its regions, and the mesh.</summary>
public sealed class TermReading
{
    /// <summary>Makes it.</summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="material">Section with the parameters of the material.</param>
    /// <param name="regions">Sections of the regions, in their order.</param>
    /// <param name="regionNames">Their names.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="folder">Folder from which files are sought that the file names.</param>
    public TermReading(
        TomlSection root,
        TomlSection material,
        IReadOnlyList<TomlSection> regions,
        IReadOnlyList<string> regionNames,
        Mesh mesh,
        string folder)
        : this(root, material, regions, regionNames, mesh, new InputFiles(folder))
    {
    }

    internal TermReading(
        TomlSection root,
        TomlSection material,
        IReadOnlyList<TomlSection> regions,
        IReadOnlyList<string> regionNames,
        Mesh mesh,
        InputFiles files)
    {
        (Root, Material, Regions, RegionNames, Mesh, Files) = (root, material, regions, regionNames, mesh, files);
    }

    /// <summary>Root of the file.</summary>
    public TomlSection Root { get; }

    /// <summary>Section of the material.</summary>
    public TomlSection Material { get; }

    /// <summary>Sections of the regions.</summary>
    public IReadOnlyList<TomlSection> Regions { get; }

    /// <summary>Names of the regions.</summary>
    public IReadOnlyList<string> RegionNames { get; }

    /// <summary>The mesh.</summary>
    public Mesh Mesh { get; }

    /// <summary>Whether it is read as a film that pulses train, rather than as a magnet with stages to run.</summary>
    public bool IsOfFilm { get; init; }

    internal InputFiles Files { get; }

    /// <summary>Checks the name of a region that a key gives.</summary>
    /// <param name="section">Section of the key.</param>
    /// <param name="key">Name of the key.</param>
    /// <param name="name">The name that it gives.</param>
    /// <param name="mend">What to do about a wrong one, as in "write the name of one".</param>
    /// <returns>The name.</returns>
    /// <exception cref="ProblemFileException">No region has it.</exception>
    public string Region(TomlSection section, string key, string name, string mend)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (RegionNames.Contains(name))
            return name;
        string hint = NearestName.To(name, RegionNames) is string near ? $"did you mean \"{near}\"? " : "";
        throw section.Error(key, $"is \"{name}\", but no [[region]] has this name; {hint}{mend}");
    }
}
