using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Coupling of two layers through an interface.</summary>
/// <param name="First">Name of the region of one layer.</param>
/// <param name="Second">Name of the region of the other.</param>
/// <param name="Bilinear">J1 in J/m².</param>
/// <param name="Biquadratic">J2 in J/m².</param>
/// <param name="ExchangeScale">Factor on the exchange of touching faces.</param>
/// <param name="Stiffness">Exchange stiffness A in J/m.</param>
public sealed record InterlayerTerm(
    string First, string Second, double Bilinear, double Biquadratic, double ExchangeScale, Regional Stiffness) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        return new()
        {
            Energy = new InterlayerExchange<T>(
                scope.Body,
                scope.Magnet.NumberOf(First),
                scope.Magnet.NumberOf(Second),
                Bilinear,
                Biquadratic,
                ExchangeScale,
                Stiffness.ByRegion),
        };
    }

    /// <summary>With both faces of a cell coupled, and m of the other layer turning against that of this one.</summary>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet)
    {
        double size = Math.Min(magnet.Mesh.Dz, Math.Min(magnet.Mesh.Dx, magnet.Mesh.Dy));
        double exchange = Math.Abs(ExchangeScale - 1) * 2 * Stiffness.Values.Max() / size, first = Math.Abs(Bilinear) + exchange;
        return region => !region.Has(First) && !region.Has(Second) ? default : new()
        {
            Stiffness = 4 * (first + (2 * Math.Abs(Biquadratic))) / size,
            EnergyDensity = 2 * (first + Math.Abs(Biquadratic)) / size,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use)
    {
        if (Bilinear != 0)
        {
            yield return new("Interlayer exchange", "P. Grünberg et al., Phys. Rev. Lett. 57, 2442 (1986).");
            yield return new("Interlayer exchange", "S. S. P. Parkin, N. More and K. P. Roche, Phys. Rev. Lett. 64, 2304 (1990).");
        }

        if (Biquadratic != 0)
            yield return new("Biquadratic interlayer exchange", "J. C. Slonczewski, Phys. Rev. Lett. 67, 3172 (1991).");
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        double largest = Math.Max(Math.Abs(Bilinear), Math.Abs(Biquadratic));
        if (largest > 0.1)
        {
            yield return check.Warning(
                Line,
                $"a coupling of {largest} J/m²: the strongest known are near 5e-3; ",
                $"perhaps it is given in erg/cm² (1 erg/cm² = 1e-3 J/m²) or mJ/m².");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckOnMesh(TermCheck check)
    {
        (int first, int second) = (check.Magnet.NumberOf(First), check.Magnet.NumberOf(Second));
        if (check.Geometry() is Geometry geometry && new InterlayerExchange<float>(new(geometry, 1), first, second, 1, 0).Pairs == 0)
        {
            yield return check.Warning(
                Line,
                $"regions \"{First}\" and \"{Second}\" have no faces that touch, nor cells opposite each other along z with nothing but ",
                $"empty cells between; mend their shapes or remove the coupling.");
        }
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[[interlayer]]");
        text.Add(InterlayerDeclaration.First, First);
        text.Add(InterlayerDeclaration.Second, Second);
        text.Add(InterlayerDeclaration.Bilinear, Bilinear);
        text.Add(InterlayerDeclaration.Biquadratic, Biquadratic);
        text.Add(InterlayerDeclaration.ExchangeScale, ExchangeScale);
    }
}

/// <summary>Declares <see cref="InterlayerTerm"/>.</summary>
internal sealed class InterlayerDeclaration : TermDeclaration
{
    public static readonly Key<string> First = Key.Text("first", "Name of the region of one layer.");

    public static readonly Key<string> Second = Key.Text("second", "Name of the region of the other layer.");

    public static readonly Key<double> Bilinear = Key.Number(
        "bilinear", "J/m²", "Bilinear coupling J1: positive for parallel layers, negative for antiparallel ones.", fallback: 0);

    public static readonly Key<double> Biquadratic = Key.Number(
        "biquadratic", "J/m²", "Biquadratic coupling J2: negative for layers at right angles.", fallback: 0);

    public static readonly Key<double> ExchangeScale = Key.Number(
        "exchange_scale", "", "Factor on the exchange of faces that touch: 0 for none, −1 for antiferromagnetic exchange of "
        + "the same strength.", fallback: 1);

    public override int Order => 450;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "interlayer",
            true,
            "Coupling of two regions through an interface, E = −[J1 m₁·m₂ + J2 (m₁·m₂)²] per area (Ruderman-Kittel-Kasuya-Yosida and "
            + "biquadratic coupling): "
            + "where their cells touch, along any axis, and where cells lie opposite each other along z with nothing but empty cells, "
            + "the spacer, between. "
            + "Exchange acts on faces that touch as well; `exchange_scale` scales it. Several add up.",
            [First, Second, Bilinear, Biquadratic, ExchangeScale]),
    ];

    public override IReadOnlyList<TermEnergy> Energies => [new("interlayer", "interlayer", "energy of couplings of layers")];

    public override IEnumerable<Term> Read(TermReading file) =>
        file.Root.Sections("interlayer").Select(section => Read(file, section)).ToArray();

    private static InterlayerTerm Read(TermReading file, TomlSection section)
    {
        const string mend = "write the name of one";
        string first = file.Region(section, First.Name, First.Read(section), mend);
        string second = file.Region(section, Second.Name, Second.Read(section), mend);
        if (first == second)
            throw section.Error(Second.Name, $"is \"{second}\" as {First.Name} is; write the name of another region");
        double bilinear = Bilinear.Read(section), biquadratic = Biquadratic.Read(section), scale = ExchangeScale.Read(section);
        return bilinear != 0 || biquadratic != 0 || scale != 1
            ? new(first, second, bilinear, biquadratic, scale, ExchangeDeclaration.Stiffness.Read(file)) { Line = section.Line }
            : throw section.Error($"nothing is coupled; add {Bilinear.Name} or {Biquadratic.Name} in J/m², or {ExchangeScale.Name}");
    }
}
