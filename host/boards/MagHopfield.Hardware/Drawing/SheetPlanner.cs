using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Places parts of a sheet by hand and draws wires between their pins. A wire takes the net of the pins it touches.</summary>
internal sealed class SheetPlanner
{
    private readonly List<Part> _left;
    private readonly Dictionary<string, PlacedPart> _placed = [];
    private readonly List<Wire> _wires = [];
    private readonly List<NetMark> _marks = [];
    private readonly HashSet<string> _elsewhere;

    public SheetPlanner(BoardDesign design, string sheet)
    {
        Sheet = sheet;
        _elsewhere = [.. design.Parts.Where(p => p.Sheet != sheet).SelectMany(p => p.Pins).Select(p => p.Net).OfType<string>()];
        _left = [.. design.Parts.Where(p => p.Sheet == sheet)];
    }

    public string Sheet { get; }

    /// <summary>The first part not yet placed that fits.</summary>
    public Part Next(string letter, params string[] nets) =>
        _left.FirstOrDefault(p => p.Reference.TrimEnd([.. "0123456789"]) == letter && nets.All(n => p.Pins.Any(q => q.Net == n)))
        ?? throw new InvalidOperationException($"The sheet {Sheet} has no {letter} on {string.Join(" and ", nets)} left to place.");

    public PlacedPart Place(Part part, double x, double y, int turn = 0)
    {
        if (!_left.Remove(part))
            throw new InvalidOperationException($"{part.Reference} is placed twice on the sheet {Sheet}.");

        PlacedPart placed = new(part, Symbol.Of(part), x, y, turn);
        _placed.Add(part.Reference, placed);
        return placed;
    }

    /// <summary>A wire with corners; every two points are level or upright.</summary>
    public void Wire(string net, params Point[] points)
    {
        for (int i = 1; i < points.Length; i++)
        {
            Point a = points[i - 1].Snap();
            Point b = points[i].Snap();
            if (a == b)
                continue;

            if (a.X != b.X && a.Y != b.Y)
                throw new InvalidOperationException($"A wire of {net} on the sheet {Sheet} runs aslant from {a} to {b}.");

            _wires.Add(new Wire(net, a, b));
        }
    }

    public void Label(string net, Point at, PinSide side) => _marks.Add(new NetMark(net, at.Snap(), side, NetMarkKind.Global));

    public void Supply(string net, Point at, PinSide side) => _marks.Add(new NetMark(net, at.Snap(), side, NetMarkKind.Supply));

    /// <summary>Two-terminal parts that only decouple, in a row, upright.</summary>
    public void Row(double x, double y, double step, double right)
    {
        double left = x;
        foreach (Part part in _left.Where(p => p.Pins.Count == 2).ToList())
        {
            // The more positive end up: pin 1 is on top where it is not ground or a negative supply.
            bool down = part.Pins[0].Net!.StartsWith('-') || (part.Pins[0].Net == "AGND" && !part.Pins[1].Net!.StartsWith('-'));
            Place(part, x, y, down ? 90 : 270);
            x += step;
            if (x > right)
            {
                x = left;
                y += 33.02;
            }
        }
    }

    public SheetLayout Finish(string paper, double width, double height)
    {
        if (_left.Count > 0)
        {
            throw new InvalidOperationException(
                $"The sheet {Sheet} has parts without a place: {string.Join(", ", _left.Select(p => p.Reference))}.");
        }

        return SheetLayout.Complete(Sheet, paper, width, height, [.. _placed.Values], _wires, _marks, _elsewhere);
    }
}
