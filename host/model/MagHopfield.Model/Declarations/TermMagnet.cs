using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Model.Declarations;

/// <summary>What terms must know of the magnet that they are terms of.</summary>
/// <param name="Mesh">The mesh.</param>
/// <param name="GyromagneticRatio">Gyromagnetic ratio γ in m/(A·s).</param>
/// <param name="RegionNames">Names of the regions 2, 3, … of the body; the rest of it is region 1.</param>
/// <param name="Stages">The stages.</param>
public sealed record TermMagnet(Mesh Mesh, double GyromagneticRatio, IReadOnlyList<string> RegionNames, IReadOnlyList<TermStage> Stages)
{
    /// <summary>Number of a region of the body by its name.</summary>
    /// <param name="name">Its name.</param>
    public int NumberOf(string name) => 2 + RegionNames.ToList().IndexOf(name);

    /// <summary>The stages of kind run.</summary>
    public IEnumerable<TermStage> Runs => Stages.Where(s => s.IsRun);

    /// <summary>Largest factor that a stage has on the currents of the file.</summary>
    public double LargestCurrentFactor => Runs.Select(s => Math.Abs(s.CurrentFactor)).DefaultIfEmpty(0).Max();
}

/// <summary>A region whose terms are asked for their sizes.</summary>
/// <param name="Index">Index of the region, from 0; −1 for the rest of the body.</param>
/// <param name="Name">Name of the region; null for the rest of the body.</param>
/// <param name="SaturationMagnetisation">Ms in A/m, the least where it varies: it has the strongest fields.</param>
/// <param name="GilbertDamping">α, dimensionless.</param>
public sealed record TermRegion(int Index, string? Name, double SaturationMagnetisation, double GilbertDamping)
{
    /// <summary>Whether the region has what a term has in one region only.</summary>
    /// <param name="only">Name of the only region of a term; null for the whole body.</param>
    public bool Has(string? only) => only is null || only == Name;
}

/// <summary>What terms must know of a stage.</summary>
/// <param name="IsRun">Whether it is the dynamics for a time.</param>
/// <param name="CurrentFactor">Factor on the currents of the file.</param>
/// <param name="Own">Terms that stand for those of the same kind while the stage lasts.</param>
/// <param name="Line">Line in the file.</param>
public sealed record TermStage(bool IsRun, double CurrentFactor, IReadOnlyList<Term> Own, int Line);
