using MagHopfield.Devices;
using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Store;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Scaling;

/// <summary>What a board of N nodes needs and how long it measures.</summary>
/// <param name="Nodes">Nodes N.</param>
/// <param name="Chips">Chips by part.</param>
/// <param name="Euro">Rough cost in euro.</param>
/// <param name="Readings">Readings of one round of <see cref="MeasurementScheme.Kelvin"/>.</param>
/// <param name="Seconds">Time of that round on the board, in seconds.</param>
/// <param name="SevenSeconds">
/// Time of one round of <see cref="MeasurementScheme.Seven"/> in seconds, by its number of readings of the same length; null where it has
/// too many.
/// </param>
public sealed record ScalingRow(
    int Nodes, IReadOnlyDictionary<string, int> Chips, double Euro, int Readings, double Seconds, double? SevenSeconds)
{
    private const double DecoderEuro = 0.6;

    /// <summary>Sizes of the table: the paper's four and 35, and squares up to 64.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [4, 9, 16, 35, 64];

    /// <summary>Channels of ADC, DAC, pulse driver and switches of a board.</summary>
    public int SwitchChannels => (6 * Nodes) + Nodes;

    /// <summary>Chip selects.</summary>
    public int Selects => 1 + Chips["ADGS1414D"] + Chips["ADGS6414D"] + Chips["AD5754R"];

    /// <summary>A row, measured on a virtual board of N nodes.</summary>
    /// <param name="nodes">Nodes N, 2 … 64.</param>
    /// <param name="cancellation">Ends it early, within a reading.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static ScalingRow Of(int nodes, CancellationToken cancellation = default)
    {
        using BoardModel board = new(FixedConductors.Uniform(nodes, 0.2), new BoardParameters());
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings())
        {
            Monitor = new CancellationMonitor(cancellation),
        };
        instrument.Initialise();
        ConductanceMeasurement measured = instrument.MeasureConductance(1, MeasurementScheme.Kelvin);
        double seconds = measured.DurationMicroseconds * 1e-6;

        // Two polarities of N shunts, N − 1 voltages and R_REF each.
        double? seven = nodes > 16 ? null : ((1 << (nodes - 1)) - 1) * 2.0 * 2 * nodes * seconds / measured.ReadingCount;
        return new ScalingRow(nodes, BillOfMaterials.Chips(nodes), Cost(nodes), measured.ReadingCount, seconds, seven);
    }

    /// <summary>The rows of all <see cref="Sizes"/>.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="cancellation">Ends it early; finished rows stay in the store.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static IReadOnlyList<ScalingRow> All(ResultStore store, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return
        [
            .. Sizes.Select(nodes => store.Part(
                PartKey.Of("hardware scaling, a board", $"{nodes} nodes"), ScalingJson.Default.ScalingRow, () =>
                    Of(nodes, cancellation), cancellation)),
        ];
    }

    /// <summary>Rough cost in euro: the board of four nodes, what grows counted by its chips, the passives of a node with it.</summary>
    /// <param name="nodes">Nodes N.</param>
    public static double Cost(int nodes)
    {
        BoardDesign four = BoardDesigner.FourNodes();
        IReadOnlyDictionary<string, int> less = BillOfMaterials.Chips(BoardDesigner.Nodes);
        IReadOnlyDictionary<string, int> more = BillOfMaterials.Chips(nodes);
        double chips = Euro("ADGS1414D", Catalogue.NodeSwitch) + Euro("ADGS6414D", Catalogue.PulseSwitch) + Euro("AD5754R", Catalogue.Dac)
            + Euro("OPA561", Catalogue.Driver) + Euro("shunt 50 Ω 0.01 %", Catalogue.Shunt);
        double passives = four.Parts.Where(
            p => p.Sheet is "nodes" or "pulse" && p.Item.Class == CostClass.Passives).Sum(p => p.Item.Euro) / BoardDesigner.Nodes;
        return four.Parts.Sum(p => p.Item.Euro) + chips + ((nodes - BoardDesigner.Nodes) * passives)
            + (more["74HC154 (chip selects)"] * DecoderEuro);

        double Euro(string part, BomItem item) => (more[part] - less[part]) * item.Euro;
    }
}
