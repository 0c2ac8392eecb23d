using System.Numerics;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Heisenberg exchange.</summary>
/// <param name="Stiffness">Exchange stiffness A in J/m.</param>
public sealed record ExchangeTerm(Regional Stiffness) : Term
{
    /// <summary>2A/(µ0 Ms) in A·m, in place of the body's stiffness in a file that it is written to; null: that.</summary>
    public double? Constant { get; init; }

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
    public override void WriteMaterial(DocumentWriter text)
    {
        if (Constant is double constant)
            text.Add(ExchangeDeclaration.Constant, constant);
        else
            ExchangeDeclaration.Stiffness.WriteMaterial(text, Stiffness);
    }

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

    public static readonly Key<double> Constant = Key.Positive(
        "exchange_constant",
        "A·m",
        "The older way to write `exchange_stiffness`, in the field units of Niu 2024: 2A/(µ0 Ms), the exchange field being that times ∇²m.")
        .Without("`exchange_stiffness`");

    public override int Order => 100;

    public override IReadOnlyList<KeyDeclaration> MaterialKeys => [Stiffness.OfMaterial, Constant];

    /// <summary>2A/(µ0 Ms) in A·m where a section gives that rather than A.</summary>
    public static double? ConstantOf(TomlSection material)
    {
        string stiffness = Stiffness.OfMaterial.Name;
        if (!material.Has(Constant.Name))
            return null;
        return material.Has(stiffness)
            ? throw material.Error(Constant.Name, $"says the same as {stiffness}; remove {Constant.Name}") : Constant.Read(material);
    }

    /// <summary>A in J/m of a constant 2A/(µ0 Ms) in A·m.</summary>
    public static double StiffnessOf(double constant, double saturationMagnetisation) =>
        PhysicalConstants.Mu0 * saturationMagnetisation * constant / 2;

    public override IReadOnlyList<KeyDeclaration> RegionKeys => [Stiffness.OfRegion];

    public override IReadOnlyList<TermEnergy> Energies => [new("exchange", "exchange", "exchange energy", 40)];

    public override IEnumerable<Term> Read(TermReading file) => [new ExchangeTerm(Stiffness.Read(file))];
}
