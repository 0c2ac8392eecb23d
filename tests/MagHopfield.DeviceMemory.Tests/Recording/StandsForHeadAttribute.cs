namespace MagHopfield.DeviceMemory.Tests.Recording;

/// <summary>A class of the test that stands for one of the firmware's head and holds objects of the instrument.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StandsForHeadAttribute : Attribute;
