using System.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Heisenberg exchange.</summary>
/// <param name="Stiffness">Exchange stiffness A in J/m.</param>
public sealed record ExchangeTerm(Regional Stiffness) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope) =>
        Stiffness.IsAny ? new() { Energy = new Exchange<T>(scope.Body, Stiffness.ByRegion) } : null;

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) => region => new() { ExchangeStiffness = Stiffness[region.Index] };

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) =>
        Stiffness.IsAny ? [new("Exchange", "M. J. Donahue and D. G. Porter, Physica B 343, 177 (2004).")] : [];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        if (Stiffness.Body > 1e-9)
        {
            yield return check.Warning(
                check.LineOf("material", ExchangeDeclaration.Stiffness.OfMaterial.Name),
                $"exchange stiffness of {Stiffness.Body} J/m: usual values are near 1e-11; perhaps it is given in erg/cm (1 erg/cm = 1e-5 ",
                $"J/m) or pJ/m.");
        }
    }

    /// <inheritdoc/>
    public override void WriteMaterial(DocumentWriter text) => ExchangeDeclaration.Stiffness.WriteMaterial(text, Stiffness);

    /// <inheritdoc/>
    public override void WriteRegion(DocumentWriter text, int region) => ExchangeDeclaration.Stiffness.WriteRegion(text, Stiffness, region);
}

/// <summary>Declares <see cref="ExchangeTerm"/>.</summary>
internal sealed class ExchangeDeclaration : TermDeclaration
{
    public static readonly RegionalKey Stiffness = new(
        Key.Number("exchange_stiffness", "J/m", "Exchange stiffness A.", minimum: 0),
        Key.OptionalPositive(
            "exchange_stiffness",
            "J/m",
            "Exchange stiffness A here; a face between regions has the harmonic mean.",
            RegionalKey.Inherited));

    public override int Order => 100;

    public override IReadOnlyList<KeyDeclaration> MaterialKeys => [Stiffness.OfMaterial];

    public override IReadOnlyList<KeyDeclaration> RegionKeys => [Stiffness.OfRegion];

    public override IReadOnlyList<TermEnergy> Energies => [new("exchange", "exchange", "exchange energy", 40)];

    public override IEnumerable<Term> Read(TermReading file) => [new ExchangeTerm(Stiffness.Read(file))];
}
