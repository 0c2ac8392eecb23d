using System.Globalization;
using System.Text;
using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Shared.Scpi;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Bench.Scpi;

/// <summary>
/// What the firmware's parser and answers cost without a wire: settings and status, and an N×N matrix as text, as a block with its
/// CRC-32, and as a block in a checked frame.
/// </summary>
/// <param name="secondsEach">Time to spend on each kind of message, in seconds.</param>
/// <param name="cancellation">Ends the run early.</param>
public sealed class ScpiBenchmark(double secondsEach, CancellationToken cancellation)
{
    private const string Settings = "PULS:AMPL 3000 MV;WIDT 50 US;COUN 10;:SENS:AVER:COUN 4;:REC:MODE STE;XI 0.98;SEED 7;*STB?";
    private const string LongForms =
        "SOURCE:PULSE:AMPLITUDE 3000 MV;WIDTH 50 US;COUNT 10;:SENSE:AVERAGE:COUNT 4;:RECALL:MODE STEEPEST;XI 0.98;SEED 7;*STB?";

    // One message is shorter than some ticks of the clock.
    private const int Together = 100;

    /// <summary>All rows for boards of some numbers of nodes.</summary>
    /// <param name="nodes">Numbers of nodes N, 2 … 64.</param>
    public IReadOnlyList<ScpiRow> Run(params IReadOnlyList<int> nodes)
    {
        List<ScpiRow> rows = [];
        foreach (int n in nodes)
        {
            using BoardModel board = new(FixedConductors.None(n), new BoardParameters());
            using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
            ScpiInstrument scpi = new(
                instrument,
                new AllCommands(instrument),
                new InstrumentIdentity("MagHopfield", "benchmark", "0", "0"),
                new SettingsStore(new Mb85rs256Fram(board.MemoryLink, "MEM")),
                new StillClock());
            Counter plain = new();
            ScpiSession session = scpi.Connect(plain);
            Counter framed = new();
            CheckedLink link = new(scpi, framed, new StillClock());
            string pairs = string.Join(
                ',',
                Enumerable.Range(0, n * (n - 1) / 2).Select(
                    p => (-0.06 * (1 + (0.001 * Math.Sin(p)))).ToString("R", CultureInfo.InvariantCulture)));
            Send(session, plain, "CAL:REF:PAIR " + pairs);
            if (n == nodes[0])
            {
                rows.Add(Time("settings and a status, short forms", n, 8, Settings, m => Send(session, plain, m)));
                rows.Add(Time("the same in long forms", n, 8, LongForms, m => Send(session, plain, m)));
                rows.Add(Time("*IDN?", n, 1, "*IDN?", m => Send(session, plain, m)));
            }

            rows.Add(Time("G as text", n, 2, "FORM ASC;:CAL:REF?", m => Send(session, plain, m)));
            rows.Add(Time("G as a block with CRC-32", n, 2, "FORM REAL;:CAL:REF?", m => Send(session, plain, m)));
            uint tag = 0;
            rows.Add(Time("G as a block in a checked frame", n, 2, "FORM REAL;:CAL:REF?", m => Send(link, framed, m, ++tag)));
        }

        return rows;
    }

    private static int Send(ScpiSession session, Counter counter, string message)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(message + "\n");
        counter.Bytes = 0;
        session.Receive(bytes, 0, bytes.Length);
        return session.ErrorCount == 0
            ? counter.Bytes
            : throw new InvalidOperationException($"'{message[..Math.Min(message.Length, 60)]}' ends in an error.");
    }

    private static int Send(CheckedLink link, Counter counter, string message, uint tag)
    {
        byte[] head = Encoding.ASCII.GetBytes($"@{tag:X8} {message} @");
        byte[] frame = [.. head, .. Encoding.ASCII.GetBytes($"{Crc32.Of(head, 0, head.Length):X8}\n")];
        counter.Bytes = 0;
        link.Receive(frame, 0, frame.Length);
        return counter.Bytes > 60 ? counter.Bytes : throw new InvalidOperationException("A checked frame was not carried out.");
    }

    private ScpiRow Time(string name, int nodes, int commands, string message, Func<string, int> send)
    {
        int answered = send(message);
        double median = Stopclock.InterleavedMedians(secondsEach, cancellation, () =>
        {
            for (int i = 0; i < Together; i++)
                send(message);
        })[0];
        return new ScpiRow(name, nodes, commands, message.Length + 1, answered, median / Together);
    }

    private sealed class Counter : IScpiOutput
    {
        public int Bytes { get; set; }

        public void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public void EndMessage()
        {
        }
    }

    private sealed class StillClock : IInstrumentClock
    {
        public long Milliseconds => 0;

        public long UnixSeconds => 0;

        public void SetUnixSeconds(long value)
        {
        }
    }
}
