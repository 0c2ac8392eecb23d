using MagHopfield.BoardServer.Flash;
using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// A virtual board with the instrument's own code and its SCPI, and the thread on which long operations run, as on the ESP32. Clients
/// reach it by bytes alone.
/// </summary>
public sealed class ServedBoard : IServedInstrument, IDisposable
{
    private const int LoopMilliseconds = 20;

    // Its slots of 16 KiB hold the state of so many nodes.
    private const int LargestOnFram = 35;
    private readonly CancellationTokenSource _closing = new();
    private readonly HopfieldInstrument _instrument;
    private readonly ScpiInstrument _scpi;
    private readonly IInstrumentClock _clock = new HostClock();
    private readonly Thread _worker;

    /// <summary>Switches a board on.</summary>
    /// <param name="film">The film.</param>
    /// <param name="parameters">Figures of the board.</param>
    /// <param name="settings">Resistances and limits that the instrument cannot find out.</param>
    /// <param name="flash">Where it keeps settings; where null the FRAM of the board, or simulated flash where that is too small.</param>
    /// <param name="silence">Silence of a client after which another may take its seat, <see cref="Timeout.InfiniteTimeSpan"/> for never;
    /// where null the usual <see cref="ClientSeat.UsualSilenceSeconds"/>.</param>
    public ServedBoard(
        IMagneticDevice film, BoardParameters parameters, InstrumentSettings? settings =
            null, IFlashStore? flash = null, TimeSpan? silence = null)
    {
        Board = new BoardModel(film, parameters, cancellation: _closing.Token);
        _instrument = new HopfieldInstrument(Board.Hardware, settings ?? new InstrumentSettings());
        _instrument.Initialise();
        InstrumentIdentity identity = new("MagHopfield", $"virtual board {film.NodeCount} nodes", "seed " + parameters.Seed, Version);
        _scpi = new ScpiInstrument(
            _instrument, new AllCommands(_instrument), identity, new SettingsStore(flash ?? StoreOf(Board, film.NodeCount)), _clock);
        StateNotice.Show(new PanelScreen(Board.Panel, _ => { }), _scpi.StateWarning);
        Seat = new ClientSeat(silence ?? TimeSpan.FromSeconds(ClientSeat.UsualSilenceSeconds), () => _scpi.IsBusy);
        _worker = new Thread(Work) { IsBackground = true, Name = "instrument" };
        _worker.Start();
    }

    /// <summary>The board, for tests and for the panel.</summary>
    public BoardModel Board { get; }

    /// <inheritdoc/>
    public ClientSeat Seat { get; }

    /// <summary>Version in *IDN?.</summary>
    public static string Version => typeof(ServedBoard).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>A flash of the size that the instrument's settings need.</summary>
    public static IFlashStore NewFlash() => new MemoryFlash(FlashPages, FlashPageBytes);

    /// <summary>Pages of the flash.</summary>
    public const int FlashPages = 32;

    /// <summary>Bytes of a page of the flash: the sector of an ESP32's.</summary>
    public const int FlashPageBytes = 4096;

    /// <inheritdoc/>
    public CheckedLink Connect(Action<byte[], int, int> send) => new(_scpi, new LinkOutput(send), _clock);

    /// <summary>Ends what runs, opens all switches, switches the board off.</summary>
    public void Dispose()
    {
        _scpi.Abort();
        _closing.Cancel();
        _worker.Join();
        _instrument.Dispose();
        Board.Dispose();
        _closing.Dispose();
    }

    private static IFlashStore StoreOf(BoardModel board, int nodes) =>
        nodes <= LargestOnFram ? new Mb85rs256Fram(board.MemoryLink, "MEM") : NewFlash();

    private void Work()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _scpi.Work(LoopMilliseconds);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                // The film was in the middle of a pulse when the board was switched off.
                return;
            }
        }
    }
}
