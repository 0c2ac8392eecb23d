using System.Text;

namespace MagHopfield.DeviceMemory.Tests.Device;

/// <summary>
/// What the types of the library that the firmware makes objects of hold on the device. Fields as in mscorlib of
/// nanoFramework.CoreLibrary 1.17.11, not those that .NET gives them.
/// </summary>
internal static class LibraryTypes
{
    // Message, inner exception, trace and HRESULT; the trace is an array of 8 bytes a frame, here of 20 frames.
    private static readonly int ExceptionBytes = (4 * DeviceSizes.Block) + DeviceSizes.Array(20, 8);

    /// <summary>Bytes of the fields that an object has of a type and its base classes, and of what they alone refer to.</summary>
    /// <exception cref="NotSupportedException">The type is not known here: look up its fields in the device's library.</exception>
    public static int FieldBytes(Type type)
    {
        if (typeof(ArgumentException).IsAssignableFrom(type))
            return ExceptionBytes + DeviceSizes.Block;

        if (typeof(Exception).IsAssignableFrom(type))
            return ExceptionBytes;

        return type == typeof(object) || type == typeof(AutoResetEvent) ? 0
            : type == typeof(Random) ? 2 * DeviceSizes.Block

            // Five fields and a first chunk of 16 characters (System.Text 1.3); what it grows to is counted as the string that it makes.
            : type == typeof(StringBuilder) ? (5 * DeviceSizes.Block) + DeviceSizes.Array(16, 2)
            : throw new NotSupportedException($"How large is {type} on the device? Add it to LibraryTypes.");
    }
}
