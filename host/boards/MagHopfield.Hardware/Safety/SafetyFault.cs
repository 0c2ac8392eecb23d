namespace MagHopfield.Hardware.Safety;

/// <summary>A single fault and what it does to the film.</summary>
/// <param name="Name">The fault.</param>
/// <param name="Happens">What happens.</param>
/// <param name="Stress">Worst stress of the gold while it lasts.</param>
/// <param name="Seconds">How long at most, in seconds; infinite until somebody ends it.</param>
/// <param name="Ends">What ends it.</param>
/// <param name="Joules">Energy into film and leads in joules where it is not power times time (ngspice), else null.</param>
public sealed record SafetyFault(string Name, string Happens, GoldStress Stress, double Seconds, string Ends, double? Joules = null)
{
    /// <summary>Energy into leads and gold in joules; infinite where nothing but a person ends it.</summary>
    public double Energy => Joules ?? (Stress.Watts == 0 ? 0 : Stress.Watts * Seconds);
}
