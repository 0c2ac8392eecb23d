using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Benchmarks;

/// <summary>Commands of SCPI, and an N×N matrix on the wire, without the wire: --filter "*ScpiBenchmarks*".</summary>
[MemoryDiagnoser]
public class ScpiBenchmarks
{
    private const int Commands = 8;

    private readonly byte[] _message = Encoding.ASCII.GetBytes(
        "PULS:AMPL 3000 MV;WIDT 50 US;COUN 10;:SENS:AVER:COUN 4;:REC:MODE STE;XI 0.98;SEED 7;*STB?\n");
    private readonly byte[] _matrix = Encoding.ASCII.GetBytes("CAL:REF?\n");
    private readonly Sink _sink = new();
    private ScpiSession? _session;

    [Params(4, 64)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        BoardModel board = new(
            new FixedConductors(Uniform(Nodes, 0.2), Uniform(Nodes, 0.08)), new BoardParameters());
        HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        ScpiInstrument scpi = new(
            instrument, new AllCommands(instrument), new InstrumentIdentity(
                "MagHopfield", "benchmark", "0", "0"), new SettingsStore(new NoFlash()),
            new NoClock());
        _session = scpi.Connect(_sink);
        double[] pairs = [.. Enumerable.Range(0, Nodes * (Nodes - 1) / 2).Select(p => -0.06 * (1 + 0.001 * Math.Sin(p)))];
        Send(
            Encoding.ASCII.GetBytes(
                "CAL:REF:PAIR " + string.Join(',', pairs.Select(g => g.ToString("G12", CultureInfo.InvariantCulture))) + "\n"));
    }

    [Benchmark(OperationsPerInvoke = Commands)]
    public int Command() => Send(_message);

    [Benchmark]
    public int MatrixAsBlock()
    {
        _session!.Receive("FORM REAL\n"u8.ToArray(), 0, 10);
        return Send(_matrix);
    }

    [Benchmark]
    public int MatrixAsText()
    {
        _session!.Receive("FORM ASC\n"u8.ToArray(), 0, 9);
        return Send(_matrix);
    }

    private int Send(byte[] message)
    {
        _sink.Count = 0;
        _session!.Receive(message, 0, message.Length);
        return _session.ErrorCount == 0 ? _sink.Count : throw new InvalidOperationException("The benchmark's message has an error.");
    }

    private sealed class Sink : IScpiOutput
    {
        public int Count { get; set; }

        public void Write(byte[] buffer, int offset, int count) => Count += count;

        public void EndMessage()
        {
        }
    }

    private sealed class NoClock : IInstrumentClock
    {
        public long Milliseconds => 0;

        public long UnixSeconds => 0;

        public void SetUnixSeconds(long value)
        {
        }
    }

    private sealed class NoFlash : IFlashStore
    {
        public int PageCount => 4;

        public int PageBytes => 32;

        public void Check()
        {
        }

        public void Read(int page, byte[] buffer) => Array.Fill(buffer, (byte)0xFF);

        public void Erase(int page)
        {
        }

        public void Write(int page, byte[] data)
        {
        }
    }

    private static ConductanceMatrix Uniform(int nodes, double siemens) =>
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-siemens / nodes, nodes * (nodes - 1) / 2)]);
}
