using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Hardware.Safety;

/// <summary>What voltages at the gold terminals do to the gold layer over the film, leads included.</summary>
/// <param name="LargestVolts">Largest terminal voltage in volts.</param>
/// <param name="LeadAmperes">Largest current of a lead in amperes.</param>
/// <param name="LeadWatts">Power in all leads in watts.</param>
/// <param name="SheetWatts">Power in the gold over the film in watts.</param>
/// <param name="CurrentDensity">Largest current density in A/m², at the rim of a terminal.</param>
public sealed record GoldStress(double LargestVolts, double LeadAmperes, double LeadWatts, double SheetWatts, double CurrentDensity)
{
    // Oxide under the film and silicon under that, assumed: 300 nm SiO2 of 1.4 W/(m·K), silicon of 148 W/(m·K).
    private const double OxideMetres = 300e-9;
    private const double OxideConductivity = 1.4;
    private const double SiliconConductivity = 148;

    /// <summary>The film of Niu et al., PNAS 2024, as the preset has it.</summary>
    public static FilmParameters Film { get; } = FilmParameters.Preset("niu2024");

    private static readonly Lazy<GoldLayer> Gold = new(() => new GoldLayer(Film.Geometry, Film.Terminals, Film.NeededGold));

    /// <summary>
    /// Rise of the film's temperature in kelvin: heat of the gold through 300 nm of SiO2 and by spreading into silicon,
    /// P (t/(k A) + 0.56/(k L)). It is reached within a microsecond (t²/D = 0.1 µs), so a longer pulse is no hotter.
    /// </summary>
    public double Kelvin
    {
        get
        {
            double area = Film.Geometry.Width * Film.Geometry.Height;
            return SheetWatts * ((OxideMetres / (OxideConductivity * area)) + (0.56 / (SiliconConductivity * Math.Sqrt(area))));
        }
    }

    /// <summary>Field in the Al2O3 between gold and a film at ground, in V/m.</summary>
    public double OxideField => LargestVolts / Film.NeededGold.InsulatorThickness;

    /// <summary>Power in leads and gold in watts.</summary>
    public double Watts => LeadWatts + SheetWatts;

    /// <summary>The stress by given terminal voltages.</summary>
    /// <param name="volts">N voltages.</param>
    public static GoldStress Of(IReadOnlyList<double> volts)
    {
        double[] v = [.. volts];
        double[] amperes = Gold.Value.Conductance.Currents(v);
        double leads = amperes.Sum(i => i * i) * Film.NeededGold.LeadResistance;
        double all = v.Zip(amperes, (x, i) => x * i).Sum();
        (double[] x, double[] y) = Gold.Value.SheetCurrent(v);
        double peak = x.Zip(y, double.Hypot).Max();
        return new GoldStress(v.Max(Math.Abs), amperes.Max(Math.Abs), leads, all - leads, peak / Film.NeededGold.Thickness);
    }

    /// <summary>The worst of all voltages of which each terminal has one of two: each figure is the largest it can be.</summary>
    /// <param name="low">Voltage in volts.</param>
    /// <param name="high">Voltage in volts.</param>
    public static GoldStress Worst(double low, double high)
    {
        int n = Film.NodeCount;
        List<GoldStress> all =
        [
            .. Enumerable.Range(0, 1 << n).Select(state => Of([.. Enumerable.Range(0, n).Select(k => (state >> k & 1) == 0 ? low : high)])),
        ];
        return new GoldStress(
            all.Max(s => s.LargestVolts), all.Max(s => s.LeadAmperes), all.Max(s => s.LeadWatts), all.Max(s => s.SheetWatts), all.Max(
                s => s.CurrentDensity));
    }

    /// <summary>Largest current density in A/m² for each ampere of a lead.</summary>
    public static double DensityOfAmpere
    {
        get
        {
            GoldStress one = Of([1, .. Enumerable.Repeat(-1.0, Film.NodeCount - 1)]);
            return one.CurrentDensity / one.LeadAmperes;
        }
    }
}
