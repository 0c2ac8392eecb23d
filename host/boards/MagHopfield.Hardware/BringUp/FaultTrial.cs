using MagHopfield.Hardware.Dummy;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.Hardware.BringUp;

/// <summary>A fault put into a virtual board with the dummy film, and what the instrument says.</summary>
/// <param name="Name">The fault, as a builder would call it.</param>
/// <param name="Parameters">The board.</param>
/// <param name="DeadChip">Chip select of a chip that does not answer, or null.</param>
public sealed record FaultTrial(string Name, BoardParameters Parameters, string? DeadChip = null)
{
    /// <summary>The faults of the guide.</summary>
    public static IReadOnlyList<FaultTrial> All { get; } =
    [
        Dead("ADC not soldered, or its SPI lines interrupted", "ADC"),
        Dead("DAC not soldered", "DAC1"),
        Dead("switch chip of node 2 not soldered", "SW2"),
        Dead("pulse switch chip not soldered", "PSW1"),
        With("setup 1 of the ADC at half its gain", new() { WrongGainCodes = [new(1, -1)] }),
        Changed("R_REF not soldered", p => p with { Analog = p.Analog with { ReferenceResistance = 1e9 } }),
        With("film connector J2 not plugged in", new() { OpenElectrodes = [0, 1, 2, 3] }),
        Changed("R_REF is 51 Ω", p => p with { Analog = p.Analog with { ReferenceResistance = 51 } }),
        With("shunt of node 3 is 47 Ω", new() { WrongShunts = [new(2, 47)] }),
        With("shunt of node 3 is not soldered", new() { WrongShunts = [new(2, 1e9)] }),
        With("force and sense lead of node 4 interrupted", new() { OpenElectrodes = [3] }),
        With("sense lead of node 4 interrupted", new() { OpenSenseLeads = [3] }),
        With("electrodes 1 and 2 bridged by solder", new() { ShortedElectrodes = [new(0, 1, 0.05)] }),
        With("hole in the oxide at node 2, 100 kΩ", new() { InsulationBreakdowns = [new(1, 1e5)] }),
        Stuck(0, true), Stuck(1, true), Stuck(2, true), Stuck(3, true), Stuck(4, true), Stuck(5, true),
        Stuck(0, false), Stuck(1, false), Stuck(2, false), Stuck(3, false), Stuck(4, false), Stuck(5, false),
        With("SW1 and SW2 of node 2 exchanged", new() { SwappedSwitchBits = [new("SW2", 0, 1)] }),
        With("SW3 and SW4 of node 2 exchanged", new() { SwappedSwitchBits = [new("SW2", 2, 3)] }),
        With("SW5 and SW6 of node 2 exchanged", new() { SwappedSwitchBits = [new("SW2", 4, 5)] }),
        With("pulse switch of node 3 does not close", new() { StuckSwitches = [new("PSW1", 2, false)] }),
        With("pulse switch of node 3 does not open", new() { StuckSwitches = [new("PSW1", 2, true)] }),
        With("driver of node 3 is on without a pulse (E/S broken off)", new() { DriversOn = [2] }),
        With("gate stuck on (Q1, Q2, Q3 or the pin)", new() { DriversOn = [0, 1, 2, 3] }),
        With("gold lead of node 3 interrupted", new() { OpenGoldLeads = [2] }),
        With("gold connector J3 not plugged in", new() { OpenGoldLeads = [0, 1, 2, 3] }),
        Changed("rail of +6.5 V at 5.5 V", p => p with { Analog = p.Analog with { PositiveRail = 5.5 } }),
        Changed("rail of −6.5 V missing", p => p with { Analog = p.Analog with { NegativeRail = 0 } }),
    ];

    /// <summary>What the instrument says, a line a finding; empty where it finds nothing.</summary>
    public IReadOnlyList<string> Run()
    {
        using BoardModel board = new(DummyFilm.Nominal, Parameters);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        board.DisturbWire(DeadChip is null ? null : Silence(DeadChip));
        try
        {
            try
            {
                instrument.Initialise();
            }
            catch (PulseLockedException)
            {
                // Named once more by the self-test.
            }

            return [.. instrument.SelfTest().Findings.Select(f => f.Text)];
        }
        catch (ChipException e)
        {
            return [e.Message];
        }
    }

    // A chip that is not there hears nothing, and its line rests high.
    private static SpiWireFault Silence(string dead) => (chip, _, fromMaster, bytes) =>
    {
        if (chip == dead)
            bytes.Fill(0xFF);
    };

    private static FaultTrial Dead(string name, string chip) => new(name, Board(new()), chip);

    private static FaultTrial With(string name, ChipDefects defects) => new(name, Board(defects));

    private static FaultTrial Changed(string name, Func<BoardParameters, BoardParameters> change) => new(name, change(Board(new())));

    private static FaultTrial Stuck(int bit, bool closed) => With(
        $"SW{bit + 1} of node 2 does not {(closed ? "open" : "close")}",
        new ChipDefects { StuckSwitches = [new("SW2", bit, closed)] });

    private static BoardParameters Board(ChipDefects defects) => new() { Defects = defects };
}
