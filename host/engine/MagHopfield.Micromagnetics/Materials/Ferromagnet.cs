using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Materials;

/// <summary>A magnetic body: its geometry and saturation magnetisation. Every energy term acts on one.</summary>
public sealed class Ferromagnet
{
    /// <summary>Makes a body.</summary>
    /// <param name="geometry">Cells and regions.</param>
    /// <param name="saturationMagnetisation">Saturation magnetisation Ms in A/m, by region.</param>
    /// <exception cref="ArgumentOutOfRangeException">Ms is not a positive finite number in some region.</exception>
    public Ferromagnet(Geometry geometry, ByRegion saturationMagnetisation)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        (Geometry, SaturationMagnetisation) = (geometry, new SaturationMagnetisation(geometry, saturationMagnetisation));
    }

    /// <summary>Makes a body whose Ms is given cell by cell.</summary>
    /// <param name="geometry">Cells and regions.</param>
    /// <param name="saturationMagnetisation">
    /// Saturation magnetisation Ms of each cell in A/m; what is outside the geometry does not count.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Ms is not a positive finite number in some cell inside.</exception>
    public Ferromagnet(Geometry geometry, ScalarField<double> saturationMagnetisation)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(saturationMagnetisation);
        (Geometry, SaturationMagnetisation) = (geometry, new SaturationMagnetisation(geometry, saturationMagnetisation));
    }

    /// <summary>A body that fills a mesh with one material.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="saturationMagnetisation">Saturation magnetisation Ms in A/m.</param>
    public Ferromagnet(Mesh mesh, double saturationMagnetisation)
        : this(new Geometry(mesh), saturationMagnetisation)
    {
    }

    /// <summary>Cells and regions.</summary>
    public Geometry Geometry { get; }

    /// <summary>The mesh.</summary>
    public Mesh Mesh => Geometry.Mesh;

    /// <summary>Saturation magnetisation Ms in A/m, by region or cell by cell.</summary>
    public SaturationMagnetisation SaturationMagnetisation { get; }

    /// <summary>Ms of a cell in A/m, 0 outside.</summary>
    /// <param name="cell">Cell index.</param>
    public double MsOf(int cell) => SaturationMagnetisation.Of(cell);
}
