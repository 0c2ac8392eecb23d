using System.Numerics;
using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Declarations;

/// <summary>What a term is made for.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Body">The body.</param>
/// <param name="RegionNames">Names of the regions 2, 3, … of the body; the rest of it is region 1.</param>
/// <param name="Stages">The stages, whose own terms stand for those of the same kind while their stage lasts.</param>
/// <param name="Team">Threads to share work among.</param>
public sealed record TermScope<T>(
    Ferromagnet Body, IReadOnlyList<string> RegionNames, IReadOnlyList<TermStage> Stages, ThreadTeam Team)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A parameter that one region alone has, or the whole body.</summary>
    /// <param name="region">Name of the region; null for the whole body.</param>
    /// <param name="value">Its value.</param>
    public ByRegion In(string? region, double value) =>
        region is null ? value : ByRegion.Of([0, .. RegionNames.Select(name => name == region ? value : 0)]);

    /// <summary>Number of a region of the body by its name.</summary>
    /// <param name="name">Its name.</param>
    public int NumberOf(string name) => 2 + RegionNames.ToList().IndexOf(name);
}
