using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Magnet;

/// <summary>The magnetisation at the start.</summary>
/// <param name="State">Which state.</param>
/// <param name="Direction">Direction of a uniform state, or of the left half of two domains, of any length but zero.</param>
/// <param name="WallDirection">Direction in the middle of the wall between two domains, of any length but zero.</param>
/// <param name="Seed">Seed of a random state or maze.</param>
/// <param name="Circulation">+1 or −1, of a vortex.</param>
/// <param name="Polarity">+1 or −1, of a vortex or skyrmion: m_z at the centre.</param>
/// <param name="Diameter">Diameter in metres of a vortex core or a skyrmion; width of a wall; period of a maze.</param>
/// <param name="Centre">Position of the vortex or skyrmion in metres from the centre of the mesh.</param>
/// <param name="File">Full path of an OVF file.</param>
public sealed record InitialParameters(
    InitialKind State,
    Vector3D Direction,
    Vector3D WallDirection,
    int Seed,
    int Circulation,
    int Polarity,
    double Diameter,
    Vector3D Centre,
    string? File)
{
    /// <summary>One direction everywhere.</summary>
    /// <param name="direction">The direction, of any length but zero.</param>
    public static InitialParameters Uniform(Vector3D direction) => Of(InitialKind.Uniform) with { Direction = direction };

    /// <summary>A state of a kind that needs nothing but, perhaps, a seed.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="seed">Seed.</param>
    public static InitialParameters Of(InitialKind kind, int seed = 0) => new(kind, (1, 0, 0), (0, 1, 0), seed, 1, 1, 0, default, null);
}

/// <summary>Kinds of initial states.</summary>
public enum InitialKind
{
    /// <summary>One direction.</summary>
    Uniform,

    /// <summary>A random direction in each cell.</summary>
    Random,

    /// <summary>A random direction in the plane of the film in each cell.</summary>
    RandomInPlane,

    /// <summary>A vortex.</summary>
    Vortex,

    /// <summary>A skyrmion with a Néel wall.</summary>
    NeelSkyrmion,

    /// <summary>A skyrmion with a Bloch wall.</summary>
    BlochSkyrmion,

    /// <summary>Opposite directions left and right of x = 0.</summary>
    TwoDomains,

    /// <summary>Stripes up and down, from noise of one wavelength.</summary>
    Maze,

    /// <summary>Read from an OVF file.</summary>
    File,
}
