using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Thermal fluctuations during stages of kind run.</summary>
/// <param name="Kelvin">Temperature in kelvin.</param>
/// <param name="FirstSeed">Seed of the random numbers.</param>
public sealed record ThermalTerm(double Kelvin, int FirstSeed) : Term
{
    /// <inheritdoc/>
    public override double Temperature => Kelvin;

    /// <inheritdoc/>
    public override int? Seed => FirstSeed;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        if (!(Kelvin > 0))
            return null;
        ThermalField<T> noise = new(scope.Body, Kelvin, SeedOf(FirstSeed, 0), scope.Team);
        return new() { Energy = noise, BeginNoise = block => noise.Restart(SeedOf(FirstSeed, block)) };
    }

    /// <summary>
    /// Two components across m of variance 2αγ kB T/((1+α²) µ0 Ms V) each (Brown 1963).
    /// </summary>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet)
    {
        return region => new()
        {
            Noise = 4 * region.GilbertDamping * magnet.GyromagneticRatio * PhysicalConstants.Boltzmann * Kelvin
                / ((1 + (region.GilbertDamping * region.GilbertDamping)) * PhysicalConstants.Mu0
                    * region.SaturationMagnetisation * magnet.Mesh.CellVolume),
        };
    }

    /// <inheritdoc/>
    public override int NumbersPerCell(Mesh mesh) => 6;

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use)
    {
        if (!(Kelvin > 0) || !use.Runs)
            yield break;
        yield return new("Thermal field", "W. F. Brown, Phys. Rev. 130, 1677 (1963).");
        if (use.IsAdaptive)
            yield return new("Noise of adaptive steps", "C. Rackauckas and Q. Nie, Discrete Contin. Dyn. Syst. B 22, 2731 (2017).");
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        if (!check.Magnet.Runs.Any())
        {
            yield return check.Warning(
                Line, $"thermal fluctuations act in stages of kind \"run\" only, and there is none; add one or remove [thermal].");
        }

        if (Kelvin > 0 && !check.CanDamp)
        {
            yield return check.Warning(
                check.LineOf("material", "gilbert_damping"),
                $"without damping there are no thermal fluctuations; write a damping > 0 or remove [thermal].");
        }
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[thermal]");
        text.Add(ThermalDeclaration.Kelvin, Kelvin);
        text.Add(ThermalDeclaration.FirstSeed, FirstSeed);
    }

    // Weyl's sequence and the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): neighbouring blocks get unrelated seeds.
    private static int SeedOf(int seed, long block)
    {
        ulong z = ((ulong)(uint)seed << 32) + ((ulong)block * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) & int.MaxValue);
    }
}

/// <summary>Declares <see cref="ThermalTerm"/>.</summary>
internal sealed class ThermalDeclaration : TermDeclaration
{
    public static readonly Key<double> Kelvin = Key.Number("temperature", "K", "Temperature of the thermal field.", minimum: 0);

    public static readonly Key<int> FirstSeed = Key.Integer(
        "seed", "Seed of the random numbers; the same seed gives the same run.", 0, int.MaxValue, 1);

    public override int Order => 1000;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "thermal",
            false,
            "Thermal fluctuations after Brown, in stages of kind run. With adaptive steps the noise scales with each step, and that of a "
            + "rejected step is kept for the steps that follow. The section may be left out.",
            [Kelvin, FirstSeed]),
    ];

    public override IEnumerable<Term> Read(TermReading file) => file.Root.OptionalSection("thermal") is TomlSection section
        ? [new ThermalTerm(Kelvin.Read(section), FirstSeed.Read(section)) { Line = section.Line }] : [];
}
