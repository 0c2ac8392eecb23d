using System.Text;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>An instrument on a wire without a thread: operations run when the bench works.</summary>
internal sealed class Bench
{
    public Bench(int nodes = 4, FakeFlash? flash = null, bool initialise = true)
    {
        Board = new FakeBoard(nodes);
        Flash = flash ?? new FakeFlash(nodes > 8 ? 40 : 8, nodes > 8 ? 4096 : 256);
        Instrument = new HopfieldInstrument(Board.Hardware, new InstrumentSettings());
        if (initialise)
            Instrument.Initialise();

        Scpi = new ScpiInstrument(
            Instrument, new AllCommands(Instrument), new InstrumentIdentity(
                "MagHopfield", "test", "0", "1.0"), new SettingsStore(Flash), Clock);
        Session = Scpi.Connect(Output);
    }

    public FakeBoard Board { get; }

    public FakeFlash Flash { get; }

    public HopfieldInstrument Instrument { get; }

    public ScpiInstrument Scpi { get; }

    public ScpiSession Session { get; }

    public TestOutput Output { get; } = new();

    public TestClock Clock { get; } = new();

    /// <summary>
    /// Sends a message and gives the answer without its line feed, after all operations are done; null where there is none.
    /// </summary>
    public string? Ask(string message)
    {
        Send(message + "\n");
        Work();
        byte[] answer = Output.Take();
        Assert.True(answer.Length == 0 || answer[^1] == 10, "An answer ends in a line feed.");
        return answer.Length == 0 ? null : Encoding.Latin1.GetString(answer, 0, answer.Length - 1);
    }

    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public void Send(byte[] bytes) => Session.Receive(bytes, 0, bytes.Length);

    public void Work()
    {
        while (Scpi.Work(0))
        {
        }
    }

    /// <summary>Sends a message that must leave no error.</summary>
    public string? Do(string message)
    {
        string? answer = Ask(message);
        Assert.Equal("0,\"No error\"", Ask("SYST:ERR?"));
        return answer;
    }

    /// <summary>Sends a message and gives the number of its only error.</summary>
    public int Error(string message)
    {
        Ask(message);
        Assert.Equal(1, Session.ErrorCount);
        return int.Parse(Ask("SYST:ERR?")!.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}

internal sealed class TestOutput : IScpiOutput
{
    private readonly MemoryStream _bytes = new();

    public int Messages { get; private set; }

    public bool Fails { get; set; }

    public int Largest { get; private set; }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (Fails)
            throw new IOException("The client is gone.");

        Largest = Math.Max(Largest, count);
        _bytes.Write(buffer, offset, count);
    }

    public void EndMessage() => Messages++;

    public byte[] Take()
    {
        byte[] taken = _bytes.ToArray();
        _bytes.SetLength(0);
        return taken;
    }
}

internal sealed class TestClock : IInstrumentClock
{
    private long _offset;

    public long Milliseconds { get; set; }

    public long UnixSeconds => _offset == 0 ? 0 : _offset + Milliseconds / 1000;

    public void SetUnixSeconds(long value) => _offset = value - Milliseconds / 1000;
}

/// <summary>Flash whose power can be cut at any erase or write: what is under way then holds anything.</summary>
internal sealed class FakeFlash : IFlashStore
{
    private readonly byte[][] _pages;

    public FakeFlash(int pages, int bytes)
    {
        _pages = [.. Enumerable.Range(0, pages).Select(_ => Enumerable.Repeat((byte)0xFF, bytes).ToArray())];
        PageBytes = bytes;
    }

    public int PageCount => _pages.Length;

    public int PageBytes { get; }

    /// <summary>Steps until the power is cut; below 0 for never.</summary>
    public int StepsLeft { get; set; } = -1;

    public int Steps { get; private set; }

    /// <summary>What a torn step leaves, from what was and what was to be.</summary>
    public Func<byte, byte, int, byte> Torn { get; set; } = (was, wanted, index) => wanted;

    public byte[] this[int page] => _pages[page];

    public void Check()
    {
    }

    public void Read(int page, byte[] buffer) => _pages[page].CopyTo(buffer, 0);

    public void Erase(int page) => Change(page, Enumerable.Repeat((byte)0xFF, PageBytes).ToArray());

    public void Write(int page, byte[] data)
    {
        Assert.True(_pages[page].All(b => b == 0xFF), "Only an erased page may be written.");
        Change(page, data);
    }

    private void Change(int page, byte[] wanted)
    {
        Steps++;
        if (StepsLeft == 0)
        {
            _pages[page] = [.. _pages[page].Select((was, i) => Torn(was, wanted[i], i))];
            throw new PowerCut();
        }

        StepsLeft--;
        _pages[page] = [.. wanted];
    }
}

internal sealed class PowerCut : Exception;
