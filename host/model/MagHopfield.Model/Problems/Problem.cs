using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Terms;

namespace MagHopfield.Model.Problems;

/// <summary>A micromagnetic problem as a file states it: everything a run needs, nothing that it computes. SI units throughout.</summary>
public sealed record Problem
{
    /// <summary>Title, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Precision of all fields.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The mesh.</summary>
    public required Mesh Mesh { get; init; }

    /// <summary>Shapes that make the body, combined in their order; none: the whole mesh.</summary>
    public required IReadOnlyList<ShapePart> Geometry { get; init; }

    /// <summary>Parts of the body with parameters of their own, numbered from 2 in their order; the rest of the body is region 1.</summary>
    public required IReadOnlyList<RegionParameters> Regions { get; init; }

    /// <summary>The material of the body.</summary>
    public required MaterialParameters Material { get; init; }

    /// <summary>
    /// Ms of each cell in A/m where a file gives it, 0 in empty cells; regions with an Ms of their own keep that. Otherwise null.
    /// </summary>
    public ScalarField<double>? SaturationMagnetisation { get; init; }

    /// <summary>Its energy terms, torques and noise, in the order of their declarations.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>Its regions and terms together, as film files have them, too.</summary>
    public MagnetParts Parts => new(Regions, Terms);

    /// <summary>The external field; its time is the simulated time.</summary>
    public DriveField Field => ExternalFieldTerm.Of(Terms) ?? DriveField.None;

    /// <summary>Temperature in kelvin in stages of kind run; 0 without fluctuations.</summary>
    public double Temperature => Terms.Select(term => term.Temperature).DefaultIfEmpty(0).Max();

    /// <summary>What terms must know of the rest.</summary>
    public TermMagnet Magnet =>
        new(Mesh, Material.GyromagneticRatio, [.. Regions.Select(region => region.Name)], [.. Stages.Select(stage => stage.OfTerms)]);

    /// <summary>What terms must know of the rest of the body, and then of each region.</summary>
    public IReadOnlyList<TermRegion> TermRegions =>
    [
        new(-1, null, SmallestMs, Material.GilbertDamping),
        .. Regions.Select((r, i) =>
            new TermRegion(i, r.Name, r.SaturationMagnetisation ?? SmallestMs, r.GilbertDamping ?? Material.GilbertDamping)),
    ];

    /// <summary>The magnetisation at the start.</summary>
    public required InitialParameters Initial { get; init; }

    /// <summary>How the equation of motion is integrated.</summary>
    public required SolverParameters Solver { get; init; }

    /// <summary>What happens, one after the other.</summary>
    public required IReadOnlyList<StageParameters> Stages { get; init; }

    /// <summary>What is written.</summary>
    public required OutputParameters Output { get; init; }

    // The least magnetisation has the strongest fields.
    private double SmallestMs => SaturationMagnetisation is ScalarField<double> byCell
        ? byCell.Values.Where(ms => ms > 0).DefaultIfEmpty(Material.SaturationMagnetisation).Min()
        : Material.SaturationMagnetisation;
}

/// <summary>Precision of all fields.</summary>
public enum Precision
{
    /// <summary>4-byte numbers.</summary>
    Single,

    /// <summary>8-byte numbers.</summary>
    Double,
}
