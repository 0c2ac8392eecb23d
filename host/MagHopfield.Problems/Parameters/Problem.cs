using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

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

    /// <summary>Ms of each cell in A/m where a file gives it, 0 in empty cells; regions with an Ms of their own keep that. Otherwise null.</summary>
    public ScalarField<double>? SaturationMagnetisation { get; init; }

    /// <summary>Magnetocrystalline anisotropies.</summary>
    public required IReadOnlyList<AnisotropyParameters> Anisotropies { get; init; }

    /// <summary>The demagnetising field.</summary>
    public required DemagnetisationParameters Demagnetisation { get; init; }

    /// <summary>A current in the plane with its spin-transfer torque, or null.</summary>
    public CurrentParameters? Current { get; init; }

    /// <summary>A current through the film with its spin-transfer torque, or null.</summary>
    public SlonczewskiParameters? Slonczewski { get; init; }

    /// <summary>Thermal fluctuations, or null.</summary>
    public ThermalParameters? Thermal { get; init; }

    /// <summary>The external field; its time is the simulated time.</summary>
    public required DriveField Field { get; init; }

    /// <summary>The magnetisation at the start.</summary>
    public required InitialParameters Initial { get; init; }

    /// <summary>How the equation of motion is integrated.</summary>
    public required SolverParameters Solver { get; init; }

    /// <summary>What happens, one after the other.</summary>
    public required IReadOnlyList<StageParameters> Stages { get; init; }

    /// <summary>What is written.</summary>
    public required OutputParameters Output { get; init; }
}
