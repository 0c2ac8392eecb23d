using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Model.Declarations;

/// <summary>What a term is made for.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Body">The body.</param>
/// <param name="Magnet">Its regions and stages.</param>
/// <param name="Team">Threads to share work among.</param>
public sealed record TermScope<T>(Ferromagnet Body, TermMagnet Magnet, ThreadTeam Team)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Density in A/m² of the current that is solved between electrodes anew at every step, or null.</summary>
    public VectorField<T>? SolvedCurrent { get; init; }

    /// <summary>A parameter that one region alone has, or the whole body.</summary>
    /// <param name="region">Name of the region; null for the whole body.</param>
    /// <param name="value">Its value.</param>
    public ByRegion In(string? region, double value) =>
        region is null ? value : ByRegion.Of([0, .. Magnet.RegionNames.Select(name => name == region ? value : 0)]);

    /// <summary>What terms become, in their order; those that do not act are left out.</summary>
    /// <param name="terms">The terms.</param>
    public IReadOnlyList<TermParts<T>> Make(IEnumerable<Term> terms)
    {
        TermScope<T> scope = this;
        List<TermParts<T>> parts = [];
        foreach (Term term in terms)
        {
            if (term.Make(scope) is not TermParts<T> made)
                continue;
            parts.Add(made);
            if (made.Current is not null)
                scope = scope with { SolvedCurrent = made.Current.Acting.Density };
        }

        return parts;
    }
}
