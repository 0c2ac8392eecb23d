using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Model.Declarations;

/// <summary>A material parameter as files state it: that of the body, and those of the regions that have one of their own.</summary>
/// <param name="Body">Its value in the body, in the unit of the parameter.</param>
/// <param name="Regions">Its own value in each region, in their order; null where that of the body holds.</param>
public sealed record Regional(double Body, IReadOnlyList<double?> Regions)
{
    /// <summary>Whether it is other than zero anywhere.</summary>
    public bool IsAny => Body != 0 || Regions.Any(r => r is double value && value != 0);

    /// <summary>Its value in the body and in each region.</summary>
    public IEnumerable<double> Values => Enumerable.Range(-1, Regions.Count + 1).Select(i => this[i]);

    /// <summary>Its value in a region.</summary>
    /// <param name="region">Index of the region, from 0; −1 stands for the rest of the body.</param>
    public double this[int region] => region < 0 ? Body : Regions[region] ?? Body;

    /// <summary>The parameter as the engine takes it: the rest of the body is region 1, the regions come from 2 on.</summary>
    public ByRegion ByRegion => Regions.Count == 0 ? Body : ByRegion.Of([.. Values]);
}
