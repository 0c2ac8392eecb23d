using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>Reads [board]: the figures of the virtual board that a user may want to change.</summary>
internal static class BoardParametersReader
{
    /// <summary>The board's figures; every key is optional.</summary>
    /// <param name="section">[board], or null for a board by default.</param>
    public static BoardParameters Read(TomlSection? section)
    {
        BoardParameters board = new();
        if (section is null)
            return board;

        return board with
        {
            Seed = ExperimentKeys.Seed.Read(section),
            Adc = board.Adc with
            {
                NoiseAtHighGain = ExperimentKeys.AdcNoise.Read(section),
            },
            NodeSwitch = board.NodeSwitch with
            {
                OnResistance = ExperimentKeys.SwitchResistance.Read(section),
                OnResistanceSpread = ExperimentKeys.SwitchSpread.Read(section),
            },
            Analog = board.Analog with
            {
                ResistorTolerance = ExperimentKeys.ResistorTolerance.Read(section),
                ThermalEmf = ExperimentKeys.ThermalEmf.Read(section),
                DriverRise = ExperimentKeys.PulseRise.Read(section),
                ForceLeadResistance = ExperimentKeys.LeadResistance.Read(section),
            },
        };
    }
}
